package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.model.Port;
import org.junit.jupiter.api.Test;

/** The plan of a lab, without a kernel. */
class WiringTest {
  private final Topology topology = Wiring.of(Uplinks.network());

  @Test
  void everyHostAndTheInternetHaveANamespace() {
    assertThat(topology.nodes())
        .extracting(Node::namespace)
        .containsExactly("mirrors", "lab", "blog", "db", "g95", "g10", "g140", "internet");
  }

  @Test
  void aSegmentIsOneBroadcastDomainHoweverManyPortsItHas() {
    String uplink = topology.cable(new Port("blog", "eth0")).orElseThrow().domain().orElseThrow();
    assertThat(topology.in(uplink))
        .extracting(c -> c.node().host() + "." + c.device())
        .containsExactlyInAnyOrder("mirrors.vlan95", "g95.lan", "blog.eth0");
  }

  @Test
  void theInternetTouchesItsSegmentsByDevicesOfTheirNames() {
    assertThat(topology.node("internet").orElseThrow().devices().keySet())
        .containsExactly("transit95", "transit10", "transit140");
  }

  @Test
  void whatTheLabCannotMakeIsSubstitutedAndSaid() {
    assertThat(topology.substitutions())
        .contains("mirrors.vlan95: a veth takes the place of VLAN 95 on eth0");
    assertThat(topology.cable(new Port("mirrors", "lxc")).orElseThrow().bridge()).isTrue();
    assertThat(topology.cable(new Port("mirrors", "eth0")).orElseThrow().domain()).isEmpty();
  }

  @Test
  void nobodyHasToAskWhoHasAnAddressOfTheSegment() {
    List<String> lines = Links.neighbours(topology, Uplinks.network()).linesOf("mirrors", "ip");
    String gateway = topology.cable(new Port("g95", "lan")).orElseThrow().mac().toString();
    assertThat(lines)
        .contains("neigh replace 202.38.95.126 lladdr " + gateway + " dev vlan95 nud permanent")
        .anyMatch(l -> l.startsWith("neigh replace 202.38.95.105 "))
        .noneMatch(l -> l.contains(" 202.38.95.110 "));
  }

  @Test
  void theAgentGetsAllItsModules() throws IOException {
    Path sources = Path.of("src/main/resources/org/hookline/lab/agent");
    try (Stream<Path> files = Files.list(sources)) {
      List<String> modules =
          files.map(f -> f.getFileName().toString().replace(".py", "")).sorted().toList();
      assertThat(Stream.concat(Stream.of("bootstrap"), AgentSources.modules().keySet().stream()))
          .containsExactlyInAnyOrderElementsOf(modules);
    }
  }
}
