package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single host: what is behind its interface is everybody else. */
class OutsideKernelTest {
  private static final Network ALONE = Pairs.alone();
  private static final Map<String, String> SCRIPT =
      Map.of(
          "b",
          """
          set -eu
          ip addr add 10.0.0.2/24 dev eth0
          ip addr add 10.0.0.3/24 dev eth0
          ip link set eth0 up
          ip route add default via 10.0.0.254
          """);

  @TempDir Path directory;

  private static Probe probe(Protocol protocol, String from, String source, String to, int port) {
    Optional<Address> bound =
        source.isEmpty() ? Optional.empty() : Optional.of(Address.parse(source));
    return new Probe(protocol, from, bound, 40000, Address.parse(to), port, 0);
  }

  @Test
  void everybodyOutsideReachesTheHost() throws Exception {
    try (Lab lab = KernelLab.open(ALONE, SCRIPT, directory)) {
      for (String source : new String[] {"10.0.0.77", "8.8.8.8", "192.168.7.7"}) {
        assertAgrees(lab, probe(Protocol.TCP, "outside b.eth0", source, "10.0.0.2", 80), "ok");
        assertAgrees(lab, probe(Protocol.UDP, "outside b.eth0", source, "10.0.0.3", 53), "ok");
      }
      Probe refused = probe(Protocol.TCP, "outside b.eth0", "8.8.8.8", "10.0.0.2", 81);
      assertAgrees(lab, refused, "ECONNREFUSED");
    }
  }

  @Test
  void theHostReachesEverybodyOutside() throws Exception {
    try (Lab lab = KernelLab.open(ALONE, SCRIPT, directory)) {
      Observation seen =
          assertAgrees(lab, probe(Protocol.TCP, "b", "10.0.0.3", "8.8.8.8", 443), "ok");
      assertThat(seen.receipts())
          .extracting(Receipt::toString)
          .containsExactly("outside b.eth0 tcp from 10.0.0.3:40000 on 8.8.8.8:443");
      assertAgrees(lab, probe(Protocol.ICMP, "b", "", "172.16.1.1", 0), "ok");
    }
  }

  private static Observation assertAgrees(Lab lab, Probe probe, String result) throws LabFailure {
    Flow flow = new Flow("", new Stimulus.Opens(probe));
    FlowReport report =
        new Session(ALONE, lab).play(new Agenda(List.of(flow), List.of()), f -> {}).flows().get(0);
    assertThat(report.differences()).as(probe.toString()).isEmpty();
    assertThat(report.order().notComparable()).isEmpty();
    assertThat(report.observed().result()).isEqualTo(result);
    return report.observed();
  }
}
