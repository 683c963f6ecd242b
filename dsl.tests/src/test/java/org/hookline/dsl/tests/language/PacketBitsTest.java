package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;

/** Matches on what else a packet has: its length, its congestion bits, the group of its device. */
class PacketBitsTest {
  private static final String NETWORK =
      """
      host box {
        interface eth0 { address 10.0.0.1/24 group 5 }
        interface eth1 { address 10.0.1.1/24 }
        listen udp 53
        filter { chain INPUT { %s } chain OUTPUT { %s } }
      }
      check "reached" {
        from outside box.eth0 10.0.0.9 to 10.0.0.1 udp 53
        delivered to box
        replied
      }
      """;

  private static Hookline box(String input, String output) {
    return Hookline.of(Hkl.network(NETWORK.formatted(input, output)));
  }

  /** Verdicts of both properties, each with the flows that fail. */
  private static List<String> proved(String input, String output) {
    CheckResult result = box(input, output).check(check -> {}).get(0);
    return result.properties().stream()
        .map(
            p ->
                p.verdict()
                    + p.failing().stream().map(flows -> " " + flows.text()).toList().toString())
        .toList();
  }

  /** What becomes of each packet of a flow that comes in by eth0. */
  private static List<String> fates(Hookline box, String packet) {
    return box.trace(new Port("box", "eth0"), Headers.parse(packet), 0).packets().stream()
        .map(p -> p.sent().protocol() + " " + p.fate().outcome())
        .toList();
  }

  @Test
  void theLengthsThatFailAreExactlyThoseOfTheRule() {
    assertThat(proved("udp xt match \"length --length 100:1500\" drop", ""))
        .containsExactly("refuted[ length 100-1500]", "refuted[ length 100-1500]");
  }

  @Test
  void noDatagramIsShorterThanItsHeaders() {
    assertThat(proved("xt match \"length --length 0:27\" drop", "")).containsOnly("proved[]");
  }

  @Test
  void howLongAnAnswerIsNobodyKnowsButItsHeadersAreThere() {
    assertThat(proved("", "xt match \"length --length 0:27\" drop")).containsOnly("proved[]");
    assertThat(proved("", "xt match \"length --length 28:100\" drop").get(1)).startsWith("assumed");
  }

  // What kernel 6.18 does of all this was seen in namespaces: an error of 57 bytes about a datagram
  // of 29, one of 576 about a longer one than 548, echoes as long as they were asked, resets of 40.

  @Test
  void anErrorIsAsLongAsWhatItQuotesAndItsHeaders() {
    Hookline box = box("", "icmp xt match \"length --length 57\" drop");
    assertThat(fates(box, "udp 10.0.0.9:4000 > 10.0.0.1:99 length 29"))
        .containsExactly("udp REFUSED", "icmp DROPPED");
    assertThat(fates(box, "udp 10.0.0.9:4000 > 10.0.0.1:99 length 30"))
        .containsExactly("udp REFUSED", "icmp REJECTED");
  }

  @Test
  void anErrorHasAtMostTheBytesThatEverybodyTakes() {
    Hookline box = box("", "icmp xt match \"length --length 576:65535\" drop");
    assertThat(fates(box, "udp 10.0.0.9:4000 > 10.0.0.1:99 length 1400"))
        .containsExactly("udp REFUSED", "icmp DROPPED");
    assertThat(fates(box, "udp 10.0.0.9:4000 > 10.0.0.1:99 length 547"))
        .containsExactly("udp REFUSED", "icmp REJECTED");
  }

  @Test
  void anEchoIsAsLongAsItWasAsked() {
    Hookline box = box("", "icmp xt match \"length ! --length 84\" drop");
    assertThat(fates(box, "icmp 10.0.0.9 > 10.0.0.1 length 84"))
        .startsWith("icmp ACCEPTED", "icmp ANSWERED");
    assertThat(fates(box, "icmp 10.0.0.9 > 10.0.0.1 length 85"))
        .containsExactly("icmp ACCEPTED", "icmp DROPPED");
  }

  @Test
  void aResetHasItsHeadersAlone() {
    Hookline box = box("", "tcp xt match \"length ! --length 40\" drop");
    assertThat(fates(box, "tcp 10.0.0.9:4000 > 10.0.0.1:99 length 60"))
        .containsExactly("tcp REFUSED", "tcp REJECTED");
  }

  @Test
  void theGroupIsThatOfTheDeviceOfArrival() {
    assertThat(proved("xt match \"devgroup --src-group 5\" drop", ""))
        .allMatch(p -> p.startsWith("refuted"));
    assertThat(proved("xt match \"devgroup ! --src-group 0x1/0x3\" drop", ""))
        .containsOnly("proved[]");
    assertThat(proved("", "xt match \"devgroup ! --dst-group 5\" drop")).containsOnly("proved[]");
  }

  @Test
  void congestionBitsAreThoseOfThePacket() {
    Hookline box = box("tcp xt match \"ecn --ecn-tcp-ece ! --ecn-tcp-cwr\" drop", "");
    assertThat(fates(box, "tcp 10.0.0.9:4000 > 10.0.0.1:99 SE")).containsExactly("tcp DROPPED");
    assertThat(fates(box, "tcp 10.0.0.9:4000 > 10.0.0.1:99 SEW")).contains("tcp REFUSED");
    assertThat(proved("xt match \"ecn --ecn-ip-ect 0\" drop", ""))
        .allMatch(p -> p.startsWith("refuted"));
    assertThat(proved("xt match \"ecn ! --ecn-ip-ect 0\" drop", "")).containsOnly("proved[]");
  }
}
