package org.hookline.check;

import java.util.List;
import org.hookline.check.property.Judge;
import org.hookline.ir.Why;
import org.hookline.packet.Headers;
import org.hookline.path.Numbering;
import org.hookline.sim.TraceRecorder;
import org.hookline.trace.Trace;

/** Certifies counterexamples: the simulator must see them fail, by the same branches. */
final class Certificate {
  private final Numbering numbers;
  private final SymbolicRun run;

  Certificate(Numbering numbers, SymbolicRun run) {
    this.numbers = numbers;
    this.run = run;
  }

  /**
   * Replays a witness.
   *
   * @throws Disagreement when the simulator goes another way or finds the flow good
   */
  Counterexample of(Witness witness, Judge judge) {
    TraceRecorder tracer = new TraceRecorder(numbers);
    Replay replay = Replay.of(run, witness, tracer);
    boolean good = replay.result().satisfies(judge.good(run.graph()));
    if (good || !replay.differences().isEmpty()) {
      throw new Disagreement(bundle(witness, good, replay.differences()));
    }
    Headers packet = Headers.of(field -> witness.packet().getOrDefault(field, 0L));
    return new Counterexample(packet, tracer.trace(), deciders(tracer.trace()));
  }

  private static String bundle(Witness witness, boolean good, List<String> differences) {
    String verdict = good ? "the simulator finds this flow good\n" : "";
    return "packet "
        + witness.packet()
        + "\nchoices "
        + witness.choices()
        + "\n"
        + verdict
        + String.join("\n", differences)
        + "\n";
  }

  /**
   * What the user wrote and the flow was decided by, each once: rules that hit, policy rules, the
   * routes that replies and NATed packets took, filters.
   */
  private static List<Why> deciders(Trace trace) {
    return trace.steps().stream()
        .map(step -> step.why())
        .filter(why -> why.origin().known() && decides(why))
        .distinct()
        .toList();
  }

  /** Accepting policies, own addresses, sockets and announcements decide nothing surprising. */
  private static boolean decides(Why why) {
    return !why.text().equals("policy accept")
        && !why.stage().equals("table local")
        && !why.stage().equals("socket")
        && !why.stage().equals("internet");
  }
}
