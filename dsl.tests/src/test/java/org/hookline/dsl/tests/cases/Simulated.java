package org.hookline.dsl.tests.cases;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.StepGraph;
import org.hookline.lab.Lab;
import org.hookline.lab.Probe;
import org.hookline.model.Network;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Oracle;
import org.hookline.sim.Played;
import org.hookline.sim.Player;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.hookline.sim.TraceRecorder;

/** A network in the simulator, where a row finds no connections of earlier rows. */
record Simulated(Paths paths, Oracle oracle) {
  private static final long SEED = 0;

  static Simulated of(Network network, Lab.Caches caches) {
    Paths paths =
        PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
    Oracle natural = new NaturalOracle(SEED);
    return new Simulated(paths, caches == Lab.Caches.PERMANENT ? natural : cold(natural));
  }

  /** No entry is in a cache: the last outcome of that choice. */
  private static Oracle cold(Oracle otherwise) {
    return (visit, preferred, attempt) ->
        visit.choice().id().endsWith("/cache/entry")
            ? visit.choice().mask()
            : otherwise.draw(visit, preferred, attempt);
  }

  Seen play(Probe probe) {
    Played played = new Player(paths, oracle).play(probe.action());
    return Seen.of(played.trace(), Optional.of(played.outcome()));
  }

  /** Frames that meet the connections of those before them; what the last one did is seen. */
  Seen play(List<Frame> frames) {
    Tables tables = new Tables();
    TraceRecorder recorder = new TraceRecorder(paths.numbers());
    for (Frame frame : frames) {
      recorder = new TraceRecorder(paths.numbers());
      new Simulator(paths.graph(), oracle, recorder)
          .run(paths.injectAt(frame.port()).orElseThrow(), frame.fields(), tables);
    }
    return Seen.of(recorder.trace(), Optional.empty());
  }
}
