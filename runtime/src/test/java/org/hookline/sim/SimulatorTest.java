package org.hookline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.ir.Algebra;
import org.hookline.ir.Bound;
import org.hookline.ir.Branch;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Taken;
import org.hookline.ir.Visit;
import org.hookline.ir.conntrack.Connmark;
import org.hookline.ir.conntrack.Part;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private static final Fate OVER = new Fate(Fate.Outcome.ACCEPTED, "h", "");
  private static final Choice PORT =
      new Choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 16);

  private final StepGraph.Builder builder = new StepGraph.Builder();
  private final Label start = builder.label("start");
  private final Field count = builder.field("count", 4, Scope.GHOST);

  /** Draws a source port between two numbers; prefers the one that the packet has. */
  private record Redraw(long low, long high) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Algebra<B, V> a = state.algebra();
      V drawn = state.choose(PORT, state.get(Fields.SPORT));
      state.set(Fields.MARK, a.value(32, 7));
      state.narrow(a.inRange(drawn, low, high));
      state.set(Fields.SPORT, drawn);
    }
  }

  private static Branch branch(Pred guard, Next next, Effect... effects) {
    return new Branch(guard, List.of(effects), next, Optional.empty());
  }

  private static Branch always(Next next, Effect... effects) {
    return branch(Pred.TRUE, next, effects);
  }

  private FlowResult run(Oracle oracle, Map<Field, Long> inputs) {
    return new Simulator(builder.build(), oracle, Recorder.NONE).run(start, inputs, new Tables());
  }

  @Test
  void theFirstBranchWhoseGuardHoldsIsTaken() {
    builder.branches(
        start,
        branch(Pred.is(Fields.DPORT, 80), new Next.End(OVER), new Effect.Set(count, 1)),
        branch(Pred.is(Fields.DPORT, 80), new Next.End(OVER), new Effect.Set(count, 2)),
        always(new Next.End(OVER), new Effect.Set(count, 3)));
    assertThat(run(new NaturalOracle(1), Map.of(Fields.DPORT, 80L)).value(count)).isEqualTo(1);
  }

  @Test
  void aDrawIsRepeatedUntilItIsAdmissible() {
    builder.branches(start, always(new Next.End(OVER), new Redraw(2000, 2015)));
    FlowResult result = run(new SeededOracle(5), Map.of(Fields.SPORT, 1990L));
    assertThat(result.value(Fields.SPORT)).isBetween(2000L, 2015L);
    assertThat(result.choices())
        .containsExactly(Map.entry(new Visit(PORT, Moment.FIRST), result.value(Fields.SPORT)));
  }

  @Test
  void theNaturalOracleKeepsWhatTheKernelWouldKeep() {
    builder.branches(start, always(new Next.End(OVER), new Redraw(1024, 65535)));
    assertThat(run(new NaturalOracle(5), Map.of(Fields.SPORT, 40000L)).value(Fields.SPORT))
        .isEqualTo(40000);
  }

  @Test
  void aScriptIsPlayedAndWhatItLeavesOpenIsAskedElsewhere() {
    builder.branches(start, always(new Next.End(OVER), new Redraw(1024, 65535)));
    Visit visit = new Visit(PORT, Moment.FIRST);
    Oracle natural = new NaturalOracle(1);
    Map<Field, Long> packet = Map.of(Fields.SPORT, 40000L);
    StepGraph graph = builder.build();
    assertThat(port(graph, new ScriptedOracle(Map.of(visit, 5555L), natural), packet))
        .isEqualTo(5555);
    assertThat(port(graph, new ScriptedOracle(Map.of(), natural), packet)).isEqualTo(40000);
  }

  private long port(StepGraph graph, Oracle oracle, Map<Field, Long> packet) {
    Simulator simulator = new Simulator(graph, oracle, Recorder.NONE);
    return simulator.run(start, packet, new Tables()).value(Fields.SPORT);
  }

  @Test
  void drawsThatAreNeverAdmissibleEndInconclusiveWithNothingChanged() {
    builder.branches(start, always(new Next.End(OVER), new Redraw(5, 4)));
    FlowResult result = run(new SeededOracle(5), Map.of(Fields.SPORT, 1990L));
    assertThat(result.fates()).containsExactly(Bound.DRAWS.fate());
    assertThat(result.inconclusive()).isTrue();
    assertThat(result.value(Fields.MARK)).isZero();
    assertThat(result.value(Fields.SPORT)).isEqualTo(1990);
    assertThat(result.choices()).isEmpty();
  }

  @Test
  void aRefusedAttemptLeavesNoTraceInTheConntrackTable() {
    builder.conntrack(1, 1);
    builder.step(new Step.ConntrackCreate(start, 1, new Next.Goto(builder.label("mark"))));
    builder.branches(
        builder.label("mark"),
        always(
            new Next.End(OVER),
            new Effect.Set(Fields.MARK, 9),
            new Connmark.Save(1, new Connmark.Bits(0xff), new Connmark.Bits(0xff)),
            new Redraw(5, 4)));
    Tables tables = new Tables();
    new Simulator(builder.build(), new SeededOracle(1), Recorder.NONE).run(start, Map.of(), tables);
    assertThat(tables.of(1).read(1L, Part.MARK)).isZero();
  }

  @Test
  void eachPacketStartsInTheWorldThatItsPredecessorLeft() {
    Label second = builder.label("second");
    builder.branches(
        start,
        always(
            new Next.Spawn(
                List.of(
                    new Next.Fork(
                        List.of(new Effect.Set(Fields.MARK, 1), new Effect.Set(count, 9)), second),
                    new Next.Fork(List.of(), second)),
                new Next.Goto(builder.label("rest")))));
    builder.branches(builder.label("rest"), always(new Next.End(OVER), new Effect.Set(count, 5)));
    builder.branches(
        second,
        branch(
            Pred.is(Fields.MARK, 1),
            new Next.End(new Fate(Fate.Outcome.DROPPED, "h", "marked")),
            new Effect.Decrement(count)),
        always(new Next.End(OVER), new Effect.Decrement(count)));
    FlowResult result = run(new NaturalOracle(1), Map.of());
    assertThat(result.fates())
        .extracting(Fate::outcome)
        .containsExactly(Fate.Outcome.ACCEPTED, Fate.Outcome.DROPPED, Fate.Outcome.ACCEPTED);
    assertThat(result.value(count)).as("5, less one for each queued packet").isEqualTo(3);
  }

  @Test
  void aPacketThatGoesAheadEndsBeforeTheOneInHandGoesOn() {
    Label second = builder.label("second");
    Label rest = builder.label("rest");
    Next.Fork fork = new Next.Fork(List.of(new Effect.Set(Fields.MARK, 1)), second);
    builder.branches(start, always(new Next.Ahead(fork, rest), new Effect.Set(count, 5)));
    builder.branches(
        second,
        always(
            new Next.End(new Fate(Fate.Outcome.DROPPED, "h", "ahead")),
            new Effect.Decrement(count)));
    builder.branches(
        rest,
        branch(
            Pred.and(Pred.is(count, 4), Pred.is(Fields.MARK, 0)),
            new Next.Spawn(List.of(fork), new Next.End(OVER))),
        always(new Next.End(new Fate(Fate.Outcome.DROPPED, "h", "went first"))));
    FlowResult result = run(new NaturalOracle(1), Map.of());
    assertThat(result.fates())
        .as("the opening packet, the one ahead, the one behind")
        .extracting(Fate::reason)
        .containsExactly("", "ahead", "ahead");
    assertThat(result.value(count)).isEqualTo(3);
  }

  @Test
  void whoLetOneGoAheadThatNothingIsKnownOfEndsUnknownToo() {
    Next.Fork fork = new Next.Fork(List.of(), start);
    builder.branches(start, always(new Next.Ahead(fork, builder.label("rest"))));
    builder.branches(builder.label("rest"), always(new Next.End(OVER)));
    FlowResult result = run(new NaturalOracle(1), Map.of());
    assertThat(result.fates()).isNotEmpty().containsOnly(Bound.PACKETS.fate());
  }

  @Test
  void morePacketsThanAreToldApartEndInconclusive() {
    builder.branches(
        start,
        always(new Next.Spawn(List.of(new Next.Fork(List.of(), start)), new Next.End(OVER))));
    FlowResult result = run(new NaturalOracle(1), Map.of());
    assertThat(result.fates()).hasSize(StepGraph.PACKETS).endsWith(Bound.PACKETS.fate());
  }

  @Test
  void aLoopThatNothingEndsIsEndedBySteps() {
    builder.branches(start, always(new Next.Cross(start)));
    assertThat(run(new NaturalOracle(1), Map.of()).fates()).containsExactly(Bound.STEPS.fate());
  }

  @Test
  void aChoiceIsDrawnAnewInEachMomentAndOnlyOnceInIt() {
    Choice coin = new Choice("coin", Choice.Kind.KERNEL, Choice.Span.PACKET, 1);
    Label chain = builder.label("chain");
    Label between = builder.label("between");
    Label last = builder.label("last");
    builder.branches(start, always(new Next.Call(chain, between)));
    builder.branches(
        chain,
        branch(new Pred.Chosen(coin, 1, 1), new Next.Return()),
        branch(new Pred.Chosen(coin, 0, 0), new Next.Return()));
    builder.branches(between, always(new Next.Call(chain, last)));
    builder.branches(last, always(new Next.End(OVER)));
    FlowResult result = run(new SeededOracle(1), Map.of());
    assertThat(result.choices().keySet())
        .extracting(visit -> visit.moment().calls().back())
        .containsExactly(between, last);
  }

  @Test
  void theRecorderSeesEachStepWithTheStateBeforeAndAfter() {
    builder.branches(
        start, always(new Next.Goto(builder.label("end")), new Effect.Set(Fields.MARK, 3)));
    builder.branches(builder.label("end"), always(new Next.End(OVER)));
    List<String> told = new ArrayList<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void starts(Moment moment, Values state) {
            told.add("starts " + state.get(Fields.MARK));
          }

          @Override
          public void takes(
              Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
            told.add(
                step.label() + " " + before.get(Fields.MARK) + " to " + after.get(Fields.MARK));
          }

          @Override
          public void ends(Moment moment, Fate fate, Values state) {
            told.add(fate + " with " + state.get(Fields.MARK));
          }
        };
    new Simulator(builder.build(), new NaturalOracle(1), recorder)
        .run(start, Map.of(Fields.MARK, 1L), new Tables());
    assertThat(told)
        .containsExactly("starts 1", "start 1 to 3", "end 3 to 3", "accepted at h with 3");
  }

  @Test
  void aStepWithoutATotalBranchIsOurError() {
    builder.branches(start, branch(Pred.is(Fields.MARK, 1), new Next.End(OVER)));
    assertThatExceptionOfType(BrokenLaw.class)
        .isThrownBy(() -> run(new NaturalOracle(1), Map.of()));
  }
}
