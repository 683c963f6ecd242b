package org.hookline.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepGraphTest {
  private static final Next OVER = new Next.End(new Fate(Fate.Outcome.ACCEPTED, "h", ""));

  private final StepGraph.Builder builder = new StepGraph.Builder();

  private void step(String name, Next next) {
    builder.branches(builder.label(name), new Branch(Pred.TRUE, List.of(), next, Optional.empty()));
  }

  private Next to(String name) {
    return new Next.Goto(builder.label(name));
  }

  @Test
  void stepsComeBeforeTheirSuccessorsAndCallersBeforeWhatTheyCall() {
    step("chain", new Next.Return());
    step("back", OVER);
    step("caller", new Next.Call(builder.label("chain"), builder.label("back")));
    step("first", to("caller"));
    assertThat(builder.build().steps())
        .extracting(step -> step.label().name())
        .containsSubsequence("first", "caller", "chain")
        .containsSubsequence("first", "caller", "back");
  }

  @Test
  void aLoopThatCrossesNoWireIsRefused() {
    step("one", to("two"));
    step("two", to("one"));
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining("loop")
        .withMessageContaining("one")
        .withMessageContaining("two");
  }

  @Test
  void aLoopOverAWireIsFine() {
    step("one", to("two"));
    step("two", new Next.Cross(builder.label("one")));
    assertThat(builder.build().steps()).hasSize(2);
  }

  @Test
  void aNameThatIsUsedButNotDefinedIsRefusedWhereverItIsUsed() {
    step("one", new Next.Cross(builder.label("nowhere")));
    assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("nowhere");
  }

  @Test
  void everyGraphKnowsTheFatesOfTheBounds() {
    step("one", OVER);
    StepGraph graph = builder.build();
    for (Bound bound : Bound.values()) {
      assertThat(graph.fates().get(graph.numberOf(bound.fate()) - 1)).isEqualTo(bound.fate());
    }
  }

  @Test
  void workGoesPacketByPacketHopByHopAndIntoACallBeforeItsReturn() {
    step("first", to("caller"));
    step("caller", new Next.Call(builder.label("chain"), builder.label("back")));
    step("chain", new Next.Call(builder.label("inner"), builder.label("chain end")));
    step("inner", new Next.Return());
    step("chain end", new Next.Return());
    step("back", OVER);
    builder.build();
    Moment start = Moment.FIRST;
    Moment inChain = start.called(builder.label("back"));
    Moment inInner = inChain.called(builder.label("chain end"));
    List<Place> order =
        List.of(
            place(start, "first"),
            place(start, "caller"),
            place(inChain, "chain"),
            place(inInner, "inner"),
            place(inChain, "chain end"),
            place(start, "back"),
            place(start.crossed(), "first"),
            place(Moment.FIRST.next(), "first"));
    List<Place> shuffled = new ArrayList<>(order);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(order);
    assertThat(inInner.returned()).isEqualTo(inChain);
    assertThat(inChain.calls().back()).isEqualTo(builder.label("back"));
  }

  private Place place(Moment moment, String step) {
    return new Place(moment, builder.label(step));
  }
}
