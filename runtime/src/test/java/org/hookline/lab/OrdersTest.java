package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hookline.emit.Backend;
import org.hookline.emit.Standing;
import org.hookline.lab.order.OrderAt;
import org.hookline.lab.order.Parting;
import org.hookline.lab.order.Passage;
import org.hookline.lab.order.Sighting;
import org.hookline.model.Host;
import org.hookline.model.rule.Hook;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;

/** Orders beside each other, without a kernel. */
class OrdersTest {
  private static final Host B = Pairs.network().hosts().get(1);
  private static final Headers ASKED = Headers.parse("udp 10.0.0.1:1 > 10.0.0.2:53");
  private static final Headers ANSWERED = Headers.parse("udp 10.0.0.2:53 > 10.0.0.1:1");
  private static final List<Passage> PREDICTED =
      List.of(
          passage(1, Hook.PREROUTING, ASKED),
          passage(1, Hook.INPUT, ASKED),
          passage(2, Hook.OUTPUT, ANSWERED));

  private static Passage passage(int packet, Hook hook, Headers headers, String... places) {
    return new Passage(packet, hook, headers, List.of(places));
  }

  private static OrderAt compared(List<Passage> predicted, Sighting seen) {
    Standing standing = Standing.of(B, Backend.IPTABLES);
    return OrderAt.of(B, standing, predicted, seen, Headers::equals);
  }

  private static OrderAt compared(Passage... seen) {
    return compared(PREDICTED, sighting(seen));
  }

  private static Sighting sighting(Passage... seen) {
    return new Sighting(List.of(seen), Optional.empty(), Optional.empty());
  }

  @Test
  void packetsThatRepeatThemselvesAreNoDifference() {
    OrderAt at =
        compared(
            passage(1, Hook.PREROUTING, ASKED),
            passage(1, Hook.INPUT, ASKED),
            passage(2, Hook.OUTPUT, ANSWERED),
            passage(3, Hook.PREROUTING, ASKED),
            passage(3, Hook.INPUT, ASKED));
    assertThat(at.parting()).isEmpty();
    assertThat(at.unseen()).isEmpty();
  }

  @Test
  void aHookThatIsNotReachedIsNamed() {
    OrderAt at = compared(passage(1, Hook.PREROUTING, ASKED), passage(2, Hook.OUTPUT, ANSWERED));
    assertThat(at.parting())
        .contains(
            new Parting(
                Hook.INPUT, 0, "INPUT of udp 10.0.0.1:1 > 10.0.0.2:53 ttl 64", "nothing more"));
  }

  @Test
  void aPacketThatNobodyPredictedIsNamed() {
    OrderAt at =
        compared(
            passage(1, Hook.PREROUTING, ASKED),
            passage(1, Hook.INPUT, ASKED),
            passage(2, Hook.OUTPUT, ASKED));
    assertThat(at.parting())
        .contains(
            new Parting(
                Hook.OUTPUT,
                0,
                "OUTPUT of udp 10.0.0.2:53 > 10.0.0.1:1 ttl 64",
                "OUTPUT of udp 10.0.0.1:1 > 10.0.0.2:53 ttl 64"));
  }

  @Test
  void tablesThatTheModelDoesNotKnowAreNotComparable() {
    OrderAt at =
        compared(
            passage(1, Hook.PREROUTING, ASKED, "nft/bridge/fw/in/2", "nft/bridge/fw/in/policy"),
            passage(1, Hook.INPUT, ASKED),
            passage(2, Hook.OUTPUT, ANSWERED));
    assertThat(at.parting()).isEmpty();
    assertThat(at.unseen()).containsExactly("the model does not know nft/bridge/fw/in");
  }

  @Test
  void builtInChainsThatNobodyWroteArePassedOver() {
    OrderAt at =
        compared(
            passage(1, Hook.PREROUTING, ASKED),
            passage(1, Hook.INPUT, ASKED, "filter/INPUT/policy"),
            passage(2, Hook.OUTPUT, ANSWERED, "nft/ip/filter/OUTPUT/policy"));
    assertThat(at.parting()).isEmpty();
    assertThat(at.unseen()).isEmpty();
  }

  @Test
  void ofAKernelThatHidesIptablesLegacyOnlyTheRestIsCompared() {
    List<Passage> predicted =
        List.of(passage(1, Hook.INPUT, ASKED, "filter/INPUT/1", "filter/INPUT/policy"));
    Sighting hidden =
        new Sighting(
            List.of(passage(1, Hook.INPUT, ASKED)), Optional.empty(), Optional.of("not traced"));
    OrderAt at = compared(predicted, hidden);
    assertThat(at.parting()).isEmpty();
    assertThat(at.unseen()).containsExactly("not traced");
    assertThat(compared(predicted, sighting(passage(1, Hook.INPUT, ASKED))).parting())
        .contains(new Parting(Hook.INPUT, 1, "filter/INPUT/1", "nothing more"));
  }

  @Test
  void whereNothingWasSeenNothingIsCompared() {
    OrderAt at = compared(PREDICTED, Sighting.NOTHING);
    assertThat(at.parting()).isEmpty();
    assertThat(at.unseen()).containsExactly("nothing was written down of it");
  }
}
