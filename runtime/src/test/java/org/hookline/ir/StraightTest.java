package org.hookline.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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

  private Branch first(StepGraph graph, String name) {
    return ((Step.Branches) graph.label(name).orElseThrow().step()).list().get(0);
  }

  @Test
  void certainStepsThatOnlyWriteAreTakenAtOnceAndLeaveTheSameBehind() {
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5), new Effect.Set(b, 1)));
    step("two", branch(Pred.TRUE, to("three"), new Effect.Copy(b, a), new Effect.Set(a, 7)));
    step("three", branch(Pred.TRUE, END, new Effect.SetMasked(c, 0xf0, 0xf0)));
    StepGraph graph = builder.build();
    Straight straight = Straight.of(first(graph, "one")).orElseThrow();
    long[] packet = new long[graph.fields().size()];
    packet[c.id()] = 0x0c;
    for (Write write : straight.writes()) {
      write.into(packet);
    }
    assertThat(packet[a.id()]).isEqualTo(7);
    assertThat(packet[b.id()]).isEqualTo(5);
    assertThat(packet[c.id()]).isEqualTo(0xfc);
    assertThat(straight.next()).isEqualTo(END);
    assertThat(straight.writes()).hasSize(4);
  }

  @Test
  void theyEndWhereAPacketMayGoTwoWaysOrSomethingElseIsDone() {
    step("one", branch(Pred.TRUE, to("two"), new Effect.Set(a, 5)));
    step("two", branch(Pred.is(a, 5), END), branch(Pred.TRUE, to("three")));
    step("three", branch(Pred.TRUE, END, new Effect.Decrement(a)));
    StepGraph graph = builder.build();
    assertThat(Straight.of(first(graph, "one")).orElseThrow().next()).isEqualTo(to("two"));
    assertThat(Straight.of(first(graph, "three"))).isEmpty();
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
    assertThat(Straight.of(first(graph, "one")).orElseThrow().next())
        .isEqualTo(new Next.Call(builder.label("inner"), back));
  }
}
