package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import org.hookline.model.Network;

/** Compares the simulator of today with what a kernel once said; nothing is played. */
public final class Replay {
  private Replay() {}

  /** Every flow that was kept, whatever the description asks for by now. */
  public static LabReport of(Network network, Recording recording) {
    Judge judge = new Judge(network, recording.observesDrops());
    List<FlowReport> reports = new ArrayList<>();
    for (Recording.Played played : recording.played()) {
      reports.add(judge.of(played.flow(), played.observation()));
    }
    return new LabReport(recording.kernel(), recording.substitutions(), List.of(), reports);
  }
}
