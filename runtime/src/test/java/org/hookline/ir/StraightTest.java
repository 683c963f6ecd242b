package org.hookline.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.conntrack.Part;
import org.hookline.packet.Field;
import org.hookline.packet.Scope;
import org.junit.jupiter.api.Test;

/** What single packets skip where nobody is told of the steps. */
class StraightTest {
  private static final Next END = new Next.End(Bound.STEPS.fate());

  private final StepGraph.Builder builder = new StepGraph.Builder();
  private final Field a = builder.field("a", 8, Scope.GHOST);
  private final Field b = builder.field("b", 8, Scope.GHOST);
  private final Field c = builder.field("c", 8, Scope.GHOST);

  private static Branch branch(Pred guard, Next next, Effect... effects) {
    return new Branch(guard, List.of(effects), next, Optional.empty());
  }

  private Next to(String name) {
    return new Next.Goto(builder.label(name));
  }

  private void step(String name, Branch... branches) {
    builder.branches(builder.label(name), branches);
  }

  private Straight straight(StepGraph graph, String name) {
    return Straight.of(first(graph, name)).orElseThrow();
  }

  private Next next(StepGraph graph, String name) {
    return straight(graph, name).take(new long[graph.fields().size()]);
  }

  private Branch first(StepGraph graph, String name) {
    return ((Step.Branches) graph.label(name).orElseThrow().step()).list().get(0);
  }

  @Test
  void certainStepsThatOnlyWriteAreTakenAtOnceAndLeaveTheSameBehind() {
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5), new Effect.Set(b, 1)));
    step("two", branch(Pred.TRUE, to("three"), new Effect.Copy(b, a), new Effect.Set(a, 7)));
    step("three", branch(Pred.TRUE, END, new Effect.SetMasked(c, 0xf0, 0xf0)));
    StepGraph graph = builder.build();
    Straight straight = straight(graph, "one");
    long[] packet = new long[graph.fields().size()];
    packet[c.id()] = 0x0c;
    Next next = straight.take(packet);
    assertThat(packet[a.id()]).isEqualTo(7);
    assertThat(packet[b.id()]).isEqualTo(5);
    assertThat(packet[c.id()]).isEqualTo(0xfc);
    assertThat(next).isEqualTo(END);
    assertThat(straight.length()).isEqualTo(4);
  }

  @Test
  void theyEndWhereAPacketMayGoTwoWaysOrSomethingElseIsDone() {
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5)));
    step("two", branch(Pred.is(b, 5), END), branch(Pred.TRUE, to("three")));
    step("three", branch(Pred.TRUE, END, new Effect.Swap(a, b)));
    StepGraph graph = builder.build();
    assertThat(next(graph, "one")).isEqualTo(to("two"));
    assertThat(Straight.of(first(graph, "three"))).isEmpty();
  }

  @Test
  void whatTheWayHereAskedForAndWroteDecidesSteps() {
    step("one", branch(Pred.is(a, 5), to("two"), new Effect.Set(b, 9)));
    step("two", branch(Pred.not(Pred.is(a, 5)), END), branch(Pred.is(b, 9), to("three")));
    Pred both = Pred.and(Pred.is(a, 4), Pred.same(b, c));
    step("three", branch(both, END), branch(Pred.is(a, 5), to("four"), new Effect.Decrement(b)));
    Pred either = Pred.or(Pred.same(a, c), new Pred.InRange(b, 0, 8));
    step("four", branch(either, to("five"), new Effect.Copy(c, b)));
    step("five", branch(Pred.is(c, 9), END), branch(Pred.TRUE, to("six")));
    step("six", branch(new Pred.Masked(c, 8, 0x18), to("seven")));
    step("seven", branch(Pred.same(a, b), to("eight")), branch(Pred.TRUE, END));
    step("eight", branch(Pred.TRUE, new Next.Return()));
    StepGraph graph = builder.build();
    Straight straight = straight(graph, "one");
    long[] packet = new long[graph.fields().size()];
    packet[a.id()] = 5;
    assertThat(straight.take(packet)).isEqualTo(END);
    assertThat(packet[b.id()]).isEqualTo(8);
    assertThat(packet[c.id()]).isEqualTo(8);
  }

  @Test
  void behindAWireNothingIsKnownOfWhatOthersMayHaveChanged() {
    Field header = builder.field("header", 8, Scope.WIRE);
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5), new Effect.Set(header, 5)));
    step("two", branch(Pred.is(a, 5), new Next.Cross(builder.label("three"))));
    step("three", branch(Pred.is(header, 5), to("four")));
    step("four", branch(Pred.is(a, 5), END), branch(Pred.TRUE, to("five")));
    step("five", branch(Pred.TRUE, END));
    StepGraph graph = builder.build();
    assertThat(next(graph, "one")).isEqualTo(new Next.Cross(builder.label("four")));
  }

  @Test
  void whatIsDrawnOrWrittenDownInATableIsNotForeseen() {
    Choice choice = new Choice("whim", Choice.Kind.KERNEL, Choice.Span.PACKET, 1);
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5)));
    step("two", branch(new Pred.Chosen(choice, 0, 1), to("three")));
    step("three", branch(new Pred.OfEntry(1, Part.MARK, 0, 1), END), branch(Pred.TRUE, END));
    StepGraph graph = builder.build();
    assertThat(next(graph, "one")).isEqualTo(to("two"));
    assertThat(next(graph, "two")).isEqualTo(to("three"));
  }

  @Test
  void aCallComesBackToItsPlaceAndTwoCallsAreNotOne() {
    Label back = builder.label("back");
    step("one", branch(Pred.TRUE, new Next.Call(builder.label("sub"), back)));
    step("sub", branch(Pred.TRUE, to("inner"), new Effect.Set(a, 1)));
    step("inner", branch(Pred.TRUE, new Next.Call(builder.label("end"), back)));
    step("end", branch(Pred.TRUE, new Next.Return()));
    step("back", branch(Pred.TRUE, END));
    StepGraph graph = builder.build();
    assertThat(next(graph, "one")).isEqualTo(new Next.Call(builder.label("inner"), back));
    assertThat(next(graph, "inner")).isEqualTo(END);
  }

  @Test
  void whatACallFindsOutDecidesStepsWhereItReturnsTo() {
    Label here = builder.label("here");
    Label there = builder.label("there");
    step("one", branch(Pred.is(c, 1), new Next.Call(builder.label("sub"), here)));
    step("two", branch(Pred.TRUE, new Next.Call(builder.label("sub"), there)));
    Pred found = Pred.is(b, 1);
    step("sub", branch(found, new Next.Return(), new Effect.Set(a, 5)), branch(Pred.TRUE, END));
    step("here", branch(Pred.is(a, 5), to("three")), branch(Pred.TRUE, END));
    step("there", branch(Pred.is(c, 1), to("three")), branch(Pred.TRUE, END));
    step("three", branch(found, END, new Effect.Set(a, 6)), branch(Pred.TRUE, to("four")));
    step("four", branch(Pred.TRUE, END));
    StepGraph graph = builder.build();
    Straight sub = straight(graph, "sub");
    long[] packet = new long[graph.fields().size()];
    assertThat(sub.take(packet)).isEqualTo(new Next.Return());
    assertThat(sub.behind(here).take(packet)).isEqualTo(END);
    assertThat(packet[a.id()]).isEqualTo(6);
    assertThat(sub.behind(there).take(packet)).isEqualTo(new Next.Goto(there));
    assertThat(sub.behind(here)).isSameAs(sub.behind(here));
  }
}
