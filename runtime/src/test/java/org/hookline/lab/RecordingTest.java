package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
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
            new TreeMap<>(Map.of("mirrors", new TreeMap<>(Map.of("nat/PREROUTING/1", 1L)))));
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
