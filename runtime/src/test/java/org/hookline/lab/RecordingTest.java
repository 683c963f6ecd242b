package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.lab.order.Passage;
import org.hookline.lab.order.Sighting;
import org.hookline.model.rule.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observations as text. */
class RecordingTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mirrors vlan95 in: tcp 202.38.70.7:40000 > 202.38.95.110:50000 S ttl 63",
        "mirrors vlan95 out: tcp 202.38.95.110:50000 > 202.38.70.7:40000 S. ttl 63",
        "a eth0 out: tcp 10.0.0.1:1 > 10.0.0.2:2 none ttl 64",
        "a eth0 out: udp 10.0.0.1:1 > 10.0.0.2:53 ttl 64",
        "b eth0 in: icmp 10.0.0.1 > 10.0.0.2 8/0 id 40000 ttl 64",
        "b eth0 out: icmp 10.0.0.2 > 10.0.0.1 0/0 id 40000 ttl 64",
        "b eth0 out: icmp 10.0.0.2 > 10.0.0.1 3/3 ttl 64 quoting udp 10.0.0.1:1 > 10.0.0.2:9",
        "outside a.eth1 eth1 in: gre 10.0.0.2 > 10.0.0.1 ttl 64",
      })
  void aPacketOnAWireReadsBackAsItIsPrinted(String line) {
    assertThat(Crossing.parse(line)).hasToString(line);
  }

  @Test
  void anEchoCarriesItsIdentifierWhereTheModelHasIt() {
    assertThat(PacketText.packet("icmp 1.0.0.1 > 1.0.0.2 8/0 id 7 ttl 9").sport()).isEqualTo(7);
    assertThat(PacketText.packet("icmp 1.0.0.2 > 1.0.0.1 0/0 id 7 ttl 9").dport()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mirrors vlan95: tcp", "a eth0 in: tcp 10.0.0.1 10.0.0.2"})
  void whatIsNoPacketIsRefused(String line) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Crossing.parse(line));
  }

  private static final Sighting SEEN =
      new Sighting(
          List.of(
              new Passage(
                  1,
                  Hook.FORWARD,
                  PacketText.packet("udp 10.0.0.1:1 > 10.0.0.2:53 ttl 63"),
                  List.of("nft/ip/filter/FORWARD/2", "nft/ip/filter/FORWARD/policy")),
              new Passage(
                  2,
                  Hook.OUTPUT,
                  PacketText.packet("icmp 10.0.0.2 > 10.0.0.1 0/0 id 7 ttl 64"),
                  List.of())),
          Optional.empty(),
          Optional.of("this kernel does not trace chains of iptables-legacy"));

  @Test
  void aRecordingOfBeforeOrdersWereSeenIsReadAndSaysSo() throws Exception {
    Path file = directory.resolve("old.json");
    Files.writeString(
        file,
        """
        {"kernel": "6.18.0", "substitutions": [], "played": [{
          "name": "old",
          "probe": {"protocol": "icmp", "from": "a", "sport": 7, "to": "10.0.0.2", "dport": 0,
            "mark": 0},
          "observed": {"result": "ok", "local": "", "receipts": [], "wire": [], "drops": [],
            "conntrack": {}, "hits": {}}}]}
        """);
    FlowReport report = Replay.of(Pairs.network(), Recording.read(file)).flows().get(0);
    assertThat(report.order().hosts()).isEmpty();
    assertThat(report.order().notComparable())
        .extracting(Object::toString)
        .containsExactly(
            "Unseen[host=a, reason=nothing was written down of it]",
            "Unseen[host=b, reason=nothing was written down of it]");
  }

  @Test
  void anotherFileIsNoRecording() throws Exception {
    Path file = Files.writeString(directory.resolve("other.json"), "{\"kernel\": 5}");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Recording.read(file))
        .withMessageContaining("other.json is no recording of the lab");
  }

  @Test
  void aRecordingReadsBackAsItWasWritten() throws Exception {
    Probe probe =
        new Probe(
            Protocol.TCP,
            "internet",
            Optional.of(Address.parse("202.38.70.7")),
            40000,
            Address.parse("202.38.95.110"),
            50000,
            5);
    Observation observation =
        new Observation(
            "timeout",
            "202.38.70.7:40000",
            List.of(new Receipt("lab", "tcp", "202.38.70.7:40000", "10.8.95.2:50000")),
            List.of(Crossing.parse("a eth0 out: udp 10.0.0.1:1 > 10.0.0.2:53 ttl 64")),
            List.of(
                new Drop(
                    "g95",
                    "IP_RPFILTER",
                    "ip_rcv_finish_core",
                    Optional.of(PacketText.packet("udp 10.0.0.1:1 > 10.0.0.2:53 ttl 63")))),
            new TreeMap<>(Map.of("mirrors", List.of("tcp SYN_RECV …"))),
            new TreeMap<>(Map.of("mirrors", new TreeMap<>(Map.of("nat/PREROUTING/1", 1L)))),
            new TreeMap<>(Map.of("mirrors", SEEN, "blog", Sighting.NOTHING)));
    Recording recording =
        new Recording(
            "6.18.0",
            List.of("a veth takes the place of VLAN 95"),
            List.of(new Recording.Played("remote client", probe, observation)));
    Path file = directory.resolve("recorded/6.18/before.json");
    recording.write(file);
    assertThat(Recording.read(file)).isEqualTo(recording);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
  }
}
