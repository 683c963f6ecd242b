package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.ScriptSet;
import org.hookline.lab.Agenda;
import org.hookline.lab.Flow;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.LabReport;
import org.hookline.lab.Session;
import org.hookline.model.Network;

/** One network in the lab, with the scripts that generate writes. */
final class LabRun {
  private LabRun() {}

  /**
   * Builds, plays, and leaves nothing behind, whatever happens.
   *
   * @throws LabFailure when there can be no lab here, or a script failed in it
   * @throws Misuse when there are no scripts for this network
   */
  static LabReport of(Network network, Consumer<Flow> progress)
      throws IOException, LabFailure, Misuse {
    ScriptSet scripts = Scripts.of(network);
    if (!scripts.problems().isEmpty()) {
      throw new Misuse(
          "there are no scripts for it: " + scripts.problems().get(0), "what generate can write");
    }
    Agenda agenda = Agenda.of(network);
    try (ScriptDirectory directory = ScriptDirectory.create();
        Lab lab = Lab.open(network, scripts.writeTo(directory.path()))) {
      return new Session(network, lab).play(agenda, progress);
    }
  }
}
