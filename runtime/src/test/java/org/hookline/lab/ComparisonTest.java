package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hookline.model.flow.Action.Expectation;
import org.junit.jupiter.api.Test;

/** Which differences are found, and which are none. */
class ComparisonTest {
  private static final Set<String> HOSTS = Set.of("gw");
  private static final String SYN_IN = "gw lan in: tcp 10.0.0.1:4000 > 8.8.8.8:80 S ttl 64";
  private static final String SYN_OUT = "gw wan out: tcp 1.2.3.4:4000 > 8.8.8.8:80 S ttl 63";
  private static final String ACK_OUT = "gw wan out: tcp 1.2.3.4:4000 > 8.8.8.8:80 . ttl 63";

  private static List<Crossing> wire(String... lines) {
    return Stream.of(lines).map(Crossing::parse).toList();
  }

  private static Prediction predicted(Set<Integer> chosen, String... lines) {
    return new Prediction(Expectation.OK, List.of(), wire(lines), List.of(), chosen);
  }

  private static Observation observed(String result, List<Drop> drops, String... lines) {
    return new Observation(
        result, "", List.of(), wire(lines), drops, new TreeMap<>(), new TreeMap<>());
  }

  private static List<Difference> compare(Prediction predicted, Observation observed) {
    return Comparison.of(predicted, observed, HOSTS).differences();
  }

  @Test
  void theSamePacketsAgree() {
    assertThat(
            compare(
                predicted(Set.of(), SYN_IN, SYN_OUT), observed("ok", List.of(), SYN_IN, SYN_OUT)))
        .isEmpty();
  }

  @Test
  void theFirstDifferingPacketIsNamed() {
    String elsewhere = SYN_OUT.replace("wan", "wan2");
    assertThat(
            compare(
                predicted(Set.of(), SYN_IN, SYN_OUT), observed("ok", List.of(), SYN_IN, elsewhere)))
        .containsExactly(new Difference("packet 2", SYN_OUT, elsewhere));
  }

  @Test
  void aPacketThatDoesNotComeIsMissed() {
    assertThat(compare(predicted(Set.of(), SYN_IN, SYN_OUT), observed("ok", List.of(), SYN_IN)))
        .containsExactly(new Difference("packet 2", SYN_OUT, "nothing more"));
  }

  @Test
  void aPacketThatNobodyPredictedIsADifference() {
    assertThat(compare(predicted(Set.of(), SYN_IN), observed("ok", List.of(), SYN_IN, SYN_OUT)))
        .containsExactly(new Difference("packet 2", "nothing more", SYN_OUT));
  }

  @Test
  void dataRepeatsThePacketsBeforeIt() {
    String data = ACK_OUT.replace(" . ", " P. ");
    assertThat(
            compare(
                predicted(Set.of(), SYN_OUT, ACK_OUT),
                observed("ok", List.of(), SYN_OUT, ACK_OUT, data, ACK_OUT)))
        .isEmpty();
  }

  @Test
  void aChosenPortMayBeAnotherOneOfItsClassButStaysTheSame() {
    String other = SYN_OUT.replace(":4000", ":51234");
    assertThat(compare(predicted(Set.of(4000), SYN_OUT), observed("ok", List.of(), other)))
        .isEmpty();
    assertThat(compare(predicted(Set.of(), SYN_OUT), observed("ok", List.of(), other))).hasSize(1);
    String low = SYN_OUT.replace(":4000", ":700");
    assertThat(compare(predicted(Set.of(4000), SYN_OUT), observed("ok", List.of(), low)))
        .hasSize(1);
    String third = ACK_OUT.replace(":4000", ":51235");
    assertThat(
            compare(
                predicted(Set.of(4000), SYN_OUT, ACK_OUT), observed("ok", List.of(), other, third)))
        .hasSize(1);
  }

  @Test
  void wiresOfOthersAreNotCompared() {
    String world = "internet transit in: udp 10.0.0.1:1 > 10.0.0.2:2 ttl 60";
    assertThat(compare(predicted(Set.of(), SYN_IN), observed("ok", List.of(), SYN_IN, world)))
        .isEmpty();
  }

  @Test
  void aDropElsewhereAndAnotherResultAreDifferences() {
    Drop drop = new Drop("gw", "IP_RPFILTER", "ip_rcv_finish_core", Optional.empty());
    assertThat(compare(predicted(Set.of(), SYN_IN), observed("timeout", List.of(drop), SYN_IN)))
        .containsExactly(
            new Difference("drop", "[]", "[gw IP_RPFILTER]"),
            new Difference("result", "ok", "timeout"));
  }
}
