package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.packet.TcpFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of the mirror server in namespaces laid by hand. The outcomes are those of a script
 * that played it without any of this code.
 */
class UplinksKernelTest {
  private static final Optional<Address> CLIENT = Optional.of(Address.parse("202.38.70.7"));
  private static final List<String> ALL = List.of("vlan95", "vlan10", "vlan140");

  @TempDir Path directory;
  private int sport = 40000;

  private Lab open(String more) throws Exception {
    return KernelLab.open(Uplinks.network(), Uplinks.scripts(more), directory);
  }

  private Probe probe(String from, Optional<Address> source, Address to, int port) {
    return new Probe(Protocol.TCP, from, source, sport++, to, port, 0);
  }

  private Probe fromClient(String uplink, int port) {
    return probe("internet", CLIENT, Uplinks.UPLINKS.get(uplink), port);
  }

  /** Which uplinks the packets with these flags pass. */
  private static List<String> uplinks(Observation seen, Direction direction, long flags) {
    return seen.at("mirrors").stream()
        .filter(c -> c.direction() == direction && c.packet().flags() == flags)
        .map(Crossing::iface)
        .filter(i -> i.startsWith("vlan"))
        .toList();
  }

  private static List<String> requests(Observation seen) {
    return uplinks(seen, Direction.IN, TcpFlags.SYN);
  }

  private static List<String> answers(Observation seen) {
    return uplinks(seen, Direction.OUT, TcpFlags.SYN | TcpFlags.ACK);
  }

  private static void assertServed(Observation seen, String client, String inside) {
    assertThat(seen.result()).isEqualTo("ok");
    assertThat(seen.receipts())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.host()).isEqualTo("lab");
              assertThat(r.from()).startsWith(client + ":");
              assertThat(r.to()).isEqualTo(inside);
            });
    assertThat(seen.drops()).isEmpty();
  }

  @Test
  void onlyTheFirstUplinkAnswersTheWorld() throws Exception {
    try (Lab lab = open("")) {
      Observation first = lab.play(fromClient("vlan95", 50000));
      assertServed(first, "202.38.70.7", "10.8.95.2:50000");
      assertThat(answers(first)).containsExactly("vlan95");
      for (String other : List.of("vlan10", "vlan140")) {
        Observation seen = lab.play(fromClient(other, 50000));
        assertThat(seen.result()).isEqualTo("timeout");
        assertThat(requests(seen)).containsExactly(other);
        assertThat(answers(seen)).containsExactly("vlan95");
        assertThat(seen.drops())
            .extracting(Drop::host, Drop::reason)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("g95", "IP_RPFILTER"));
        Crossing last = seen.wire().get(seen.wire().size() - 1);
        assertThat(last.host() + " " + last.iface()).isEqualTo("g95 lan");
        assertThat(last.packet().src()).isEqualTo(Uplinks.UPLINKS.get(other));
      }
    }
  }

  @Test
  void aNeighbourOfTheFirstUplinkIsServedOnAllThree() throws Exception {
    try (Lab lab = open("")) {
      for (String uplink : ALL) {
        Address to = Uplinks.UPLINKS.get(uplink);
        Observation seen = lab.play(probe("blog", Optional.empty(), to, 50000));
        assertServed(seen, "202.38.95.105", insideOf(uplink));
        assertThat(requests(seen)).containsExactly(uplink);
        assertThat(answers(seen)).containsExactly("vlan95");
      }
    }
  }

  private static String insideOf(String uplink) {
    return "10.8." + uplink.substring(4) + ".2:50000";
  }

  @Test
  void rulesForTheInsideAddressesRepairAllUplinksAndLeakInsideTraffic() throws Exception {
    try (Lab lab = open(Uplinks.AFTER_RULES)) {
      assertSymmetric(lab);
      Observation inside = lab.play(insideConnection());
      assertThat(inside.result()).isEqualTo("timeout");
      assertThat(uplinks(inside, Direction.OUT, TcpFlags.SYN)).containsExactly("vlan10");
    }
  }

  @Test
  void connectionMarksRepairAllUplinksWithoutALeak() throws Exception {
    try (Lab lab = open(Uplinks.AFTER_CONNMARK)) {
      assertSymmetric(lab);
      Observation inside = lab.play(insideConnection());
      assertThat(inside.result()).isEqualTo("ok");
      assertThat(uplinks(inside, Direction.OUT, TcpFlags.SYN)).isEmpty();
      Observation marked = lab.play(fromClient("vlan10", 50000));
      assertThat(marked.conntrack().get("mirrors"))
          .singleElement()
          .asString()
          .endsWith("ASSURED mark 101");
      assertThat(marked.hits().get("mirrors"))
          .containsEntry("mangle/PREROUTING/2", 1L)
          .containsEntry("nat/PREROUTING/2", 1L);
    }
  }

  private void assertSymmetric(Lab lab) throws LabFailure {
    for (String uplink : ALL) {
      Observation remote = lab.play(fromClient(uplink, 50000));
      assertServed(remote, "202.38.70.7", insideOf(uplink));
      Address to = Uplinks.UPLINKS.get(uplink);
      Observation near = lab.play(probe("blog", Optional.empty(), to, 50000));
      assertServed(near, "202.38.95.105", insideOf(uplink));
      for (Observation seen : List.of(remote, near)) {
        assertThat(requests(seen)).containsExactly(uplink);
        assertThat(answers(seen)).containsExactly(uplink);
      }
    }
  }

  private Probe insideConnection() {
    Optional<Address> source = Optional.of(Address.parse("10.8.10.2"));
    return probe("lab", source, Address.parse("10.8.20.2"), 3306);
  }

  @Test
  void thePublishedRangeEndsWhereTheRuleSays() throws Exception {
    try (Lab lab = open("")) {
      Observation last = lab.play(fromClient("vlan95", 50100));
      assertServed(last, "202.38.70.7", "10.8.95.2:50100");
      Observation beyond = lab.play(fromClient("vlan95", 50101));
      assertThat(beyond.result()).isEqualTo("ECONNREFUSED");
      assertThat(beyond.receipts()).isEmpty();
      assertThat(beyond.wire()).noneMatch(c -> c.host().equals("lab"));
      Observation own = lab.play(fromClient("vlan10", 8000));
      assertThat(own.result()).isEqualTo("ok");
      assertThat(own.receipts()).singleElement().extracting(Receipt::host).isEqualTo("mirrors");
    }
  }

  @Test
  void strictFilteringOnTheMirrorDropsTheRequestItself() throws Exception {
    try (Lab lab = open("sysctl -qw net.ipv4.conf.all.rp_filter=1\n")) {
      assertThat(lab.play(fromClient("vlan95", 50000)).result()).isEqualTo("ok");
      Observation seen = lab.play(fromClient("vlan10", 50000));
      assertThat(seen.drops())
          .extracting(Drop::toString)
          .containsExactly("IP_RPFILTER at mirrors in ip_rcv_finish_core()");
    }
  }

  @Test
  void twoLabsRunAtOnce() throws Exception {
    try (Lab before = open("");
        Lab after = open(Uplinks.AFTER_RULES)) {
      List<Observation> seen =
          Stream.of(before, after).parallel().map(lab -> playTelecom(lab)).toList();
      assertThat(seen).extracting(Observation::result).containsExactly("timeout", "ok");
      assertThat(seen.get(0).drops()).hasSize(1);
      assertThat(seen.get(1).drops()).isEmpty();
    }
  }

  private Observation playTelecom(Lab lab) {
    try {
      return lab.play(fromClient("vlan10", 50000));
    } catch (LabFailure failure) {
      throw new AssertionError(failure);
    }
  }
}
