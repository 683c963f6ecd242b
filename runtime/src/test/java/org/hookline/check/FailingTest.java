package org.hookline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.check.set.Ranges;
import org.hookline.ir.Algebra;
import org.hookline.ir.Branch;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;
import org.hookline.sim.Recorder;
import org.junit.jupiter.api.Test;

/** How verdicts quantify over what is not determined. */
class FailingTest {
  private static final Fate OVER = new Fate(Fate.Outcome.ACCEPTED, "h", "");

  private final StepGraph.Builder builder = new StepGraph.Builder();
  private final Field good = builder.field("good", 1, Scope.GHOST);
  private SymbolicRun run;

  private static Branch branch(Pred guard, Next next, Effect... effects) {
    return new Branch(guard, List.of(effects), next, Optional.empty());
  }

  private static Pred draws(String id, Choice.Kind kind, long low, long high) {
    return new Pred.Chosen(new Choice(id, kind, Choice.Span.PACKET, 2), low, high);
  }

  private static Pred ports(long low, long high) {
    return new Pred.InRange(Fields.DPORT, low, high);
  }

  private Branch passes(Pred guard) {
    return branch(guard, new Next.End(OVER), new Effect.Set(good, 1));
  }

  private Failing judge(Branch... branches) {
    builder.branches(builder.label("start"), branches);
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.DPORT, InputSpec.ANY);
    StepGraph graph = builder.build();
    Pred flow = Pred.and(Pred.prefix(Fields.SRC, 0x0a000000L, 24), ports(0, 99));
    run = SymbolicRun.start(graph, graph.label("start").orElseThrow(), inputs, flow);
    return run.failing(Pred.is(good, 1));
  }

  @Test
  void aFlowThatFailsWithoutAnyChoiceIsRefuted() {
    Failing failing = judge(passes(Pred.not(ports(20, 29))), branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(failing.refuted().boxes()).hasToString("[dport {20-29}]");
    assertThat(failing.assumed().isEmpty()).isTrue();
    assertThat(failing.proved()).isFalse();
    assertThat(failing.refuted().contains(Map.of(Fields.SRC, 0x0a000001L, Fields.DPORT, 20L)))
        .isTrue();
    assertThat(failing.refuted().contains(Map.of(Fields.SRC, 0x0a000001L, Fields.DPORT, 19L)))
        .isFalse();
  }

  @Test
  void oneFailingOutcomeOfTheKernelsOwnChoiceRefutes() {
    Failing failing =
        judge(
            passes(Pred.or(ports(0, 49), draws("hash", Choice.Kind.KERNEL, 0, 2))),
            branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(failing.refuted().boxes()).hasToString("[dport {50-99}]");
    Witness witness = failing.witness(Preferences.ORDINARY);
    assertThat(witness.choices().values()).containsExactly(3L);
    assertThat(Replay.of(run, witness, Recorder.NONE).differences()).isEmpty();
  }

  @Test
  void whatDependsOnTrafficIsAssumedWithTheOutcomesThatServe() {
    Failing failing =
        judge(
            passes(Pred.or(ports(0, 49), draws("limit", Choice.Kind.LOAD, 1, 2))),
            branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(failing.refuted().isEmpty()).isTrue();
    assertThat(failing.assumed().boxes()).hasToString("[dport {50-99}]");
    assertThat(failing.assumptions()).hasSize(1);
    assertThat(failing.assumptions().get(0).draw().choice().id()).isEqualTo("limit");
    assertThat(failing.assumptions().get(0).outcomes()).isEqualTo(Ranges.of(1, 2));
  }

  @Test
  void whatFailsForAllOutcomesOfTheUnknownIsRefutedAndNothingIsAssumed() {
    Pred unknown = draws("string", Choice.Kind.UNKNOWN, 0, 0);
    Failing failing =
        judge(
            branch(Pred.and(ports(50, 99), unknown), new Next.End(OVER)),
            branch(ports(50, 99), new Next.End(OVER)),
            passes(Pred.TRUE));
    assertThat(failing.refuted().boxes()).hasToString("[dport {50-99}]");
    assertThat(failing.assumed().isEmpty()).isTrue();
    assertThat(failing.assumptions()).isEmpty();
  }

  @Test
  void theKernelChoosesAfterTheUnknownIsKnown() {
    Pred kernel = draws("hash", Choice.Kind.KERNEL, 0, 0);
    Pred unknown = draws("string", Choice.Kind.UNKNOWN, 0, 0);
    Failing failing =
        judge(
            passes(Pred.and(unknown, kernel)),
            passes(Pred.and(Pred.not(unknown), Pred.not(kernel))),
            branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(failing.refuted().isAll()).isTrue();
  }

  @Test
  void anInconclusiveEndIsNeitherGoodNorBad() {
    Fate unknown = new Fate(Fate.Outcome.INCONCLUSIVE, "h", "not modelled");
    Failing failing =
        judge(
            branch(ports(0, 9), new Next.End(unknown), new Effect.Set(good, 1)),
            branch(ports(10, 19), new Next.End(unknown)),
            branch(ports(20, 29), new Next.End(OVER)),
            passes(Pred.TRUE));
    assertThat(failing.inconclusive().boxes()).hasToString("[dport {0-19}]");
    assertThat(failing.refuted().boxes()).hasToString("[dport {20-29}]");
    assertThat(Unknown.of(run, failing)).containsExactly("not modelled");
  }

  @Test
  void whereNoFlowCanBeSentNothingIsKnownAndTheReasonIsSaid() {
    Fate never = new Fate(Fate.Outcome.NEVER_SENT, "h", "not its address");
    Failing failing = judge(branch(Pred.TRUE, new Next.End(never)));
    assertThat(Unknown.of(run, failing))
        .containsExactly("no flow of the set can be sent: not its address");
  }

  @Test
  void nothingIsUnknownOfWhatIsProved() {
    Failing failing = judge(passes(Pred.TRUE));
    assertThat(Unknown.of(run, failing)).isEmpty();
  }

  @Test
  void flowsThatCannotBeSentDoNotCount() {
    Fate never = new Fate(Fate.Outcome.NEVER_SENT, "h", "not its address");
    Failing failing =
        judge(
            branch(ports(0, 49), new Next.End(never)),
            passes(ports(60, 99)),
            branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(run.universe().boxes()).hasToString("[all]");
    assertThat(run.universe().boxes().get(0).values(Fields.DPORT)).isEqualTo(Ranges.of(50, 99));
    assertThat(failing.refuted().boxes()).hasToString("[dport {50-59}]");
  }

  @Test
  void aSourceThatTheKernelChoseIsReadAsTheFlowsName() {
    long chosen = 0x0a000007L;
    Failing failing =
        judge(
            branch(
                Pred.TRUE,
                new Next.End(OVER),
                new Effect.Set(Fields.SRC, chosen),
                new Effect.Copy(Fields.FLOW_SRC, Fields.SRC),
                new Effect.Copy(Fields.FLOW_DPORT, Fields.DPORT),
                new Effect.Set(Fields.FLOW_ORIGIN, 1)));
    assertThat(failing.refuted().isAll()).isTrue();
    assertThat(failing.refuted().boxes().get(0).values(Fields.SRC))
        .isEqualTo(Ranges.of(chosen, chosen));
    assertThat(failing.witness(Preferences.ORDINARY).packet()).containsEntry(Fields.SRC, chosen);
  }

  @Test
  void aWitnessTakesPreferredValuesWhereTheyFitAndElseTheSmallest() {
    Failing failing = judge(passes(Pred.not(ports(20, 29))), branch(Pred.TRUE, new Next.End(OVER)));
    Preferences wishes =
        new Preferences(Map.of())
            .prefer(Fields.SRC, List.of(0x08080808L, 0x0a000055L, 0x0a000001L))
            .prefer(Fields.DPORT, List.of(80L));
    assertThat(failing.witness(wishes).packet())
        .isEqualTo(Map.of(Fields.SRC, 0x0a000055L, Fields.DPORT, 20L));
  }

  @Test
  void theWayOutOfAStepIsReadAsASetOfFlows() {
    judge(passes(ports(0, 9)), passes(ports(5, 14)), branch(Pred.TRUE, new Next.End(OVER)));
    assertThat(run.taking(run.start(), 0).boxes()).hasToString("[dport {0-9}]");
    assertThat(run.taking(run.start(), 1).boxes()).hasToString("[dport {10-14}]");
    assertThat(run.taking(run.start(), 2).boxes()).hasToString("[dport {15-99}]");
  }

  /** Draws 1 or 2, but nothing for every fourth destination port. */
  private record DrawAbove(Choice choice) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Algebra<B, V> a = state.algebra();
      V drawn = state.choose(choice, a.value(2, 0));
      B three = a.masked(state.get(Fields.DPORT), 3, 3);
      state.narrow(a.and(a.not(three), a.inRange(drawn, 1, 2)));
    }
  }

  @Test
  void whereNoDrawIsAdmissibleNothingIsKnown() {
    Choice choice = new Choice("port", Choice.Kind.KERNEL, Choice.Span.PACKET, 2);
    Failing failing = judge(branch(Pred.TRUE, new Next.End(OVER), new DrawAbove(choice)));
    assertThat(failing.inconclusive().boxes().get(0).values(Fields.DPORT).contains(7)).isTrue();
    assertThat(failing.refuted().boxes().get(0).values(Fields.DPORT).contains(7)).isFalse();
    assertThat(failing.refuted().boxes().get(0).values(Fields.DPORT).contains(8)).isTrue();
    assertThat(failing.witness(Preferences.ORDINARY).choices().values()).containsExactly(1L);
  }

  @Test
  void aQueuedPacketWithoutAnAdmissibleDrawEndsTheFlowToo() {
    Choice choice = new Choice("port", Choice.Kind.KERNEL, Choice.Span.PACKET, 2);
    Label second = builder.label("second");
    builder.branches(second, branch(Pred.TRUE, new Next.End(OVER)));
    Next.Fork fork = new Next.Fork(List.of(new DrawAbove(choice)), second);
    Failing failing = judge(branch(Pred.TRUE, new Next.Spawn(List.of(fork), new Next.End(OVER))));
    assertThat(failing.inconclusive().boxes().get(0).values(Fields.DPORT).contains(7)).isTrue();
    assertThat(failing.refuted().boxes().get(0).values(Fields.DPORT).contains(8)).isTrue();
  }

  @Test
  void aStepWithoutATotalBranchIsOurError() {
    assertThatExceptionOfType(BrokenLaw.class)
        .isThrownBy(() -> judge(passes(ports(0, 9))))
        .withMessageContaining("start");
  }

  @Test
  void whatLiesBeyondALimitIsInconclusiveAndNothingElse() {
    builder.branches(
        builder.label("start"),
        branch(ports(0, 9), new Next.Goto(builder.label("more"))),
        passes(Pred.TRUE));
    builder.branches(builder.label("more"), passes(Pred.TRUE));
    StepGraph graph = builder.build();
    run =
        SymbolicRun.start(
            graph,
            graph.label("start").orElseThrow(),
            Map.of(Fields.DPORT, InputSpec.ANY),
            ports(0, 99),
            new Limits(1, 1 << 16, Limits.Merging.FOLD, 8));
    Failing failing = run.failing(Pred.is(good, 1));
    assertThat(failing.inconclusive().boxes()).hasToString("[dport {0-9}]");
    assertThat(failing.refuted().isEmpty()).isTrue();
  }

  @Test
  void setsThatAreTooLargeAreInconclusiveToo() {
    builder.branches(
        builder.label("start"),
        branch(Pred.and(ports(0, 49), Pred.same(Fields.SRC, Fields.DST)), new Next.End(OVER)),
        passes(Pred.TRUE));
    StepGraph graph = builder.build();
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.DPORT, InputSpec.ANY);
    run =
        SymbolicRun.start(
            graph,
            graph.label("start").orElseThrow(),
            inputs,
            ports(0, 99),
            new Limits(100, 1 << 14, Limits.Merging.FOLD, 8));
    Failing failing = run.failing(Pred.is(good, 1));
    assertThat(failing.inconclusive().isAll()).isTrue();
    assertThat(failing.refuted().isEmpty()).isTrue();
  }
}
