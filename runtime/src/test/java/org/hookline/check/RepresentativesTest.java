package org.hookline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.addr.Address;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.agree.RandomNetworks;
import org.hookline.check.Representatives.Found;
import org.hookline.ir.Fate;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.sim.Player;
import org.hookline.source.Origin;
import org.hookline.trace.PacketTrace;
import org.junit.jupiter.api.Test;

/** One flow of each class. */
class RepresentativesTest {

  /** Everything that may come in by the first interface behind loopback of the first host. */
  private static FlowSet arriving(Network network, Port port) {
    Address first =
        network.hosts().get(0).interfaces().get(1).addresses().get(0).prefix().address();
    return new FlowSet(
        new FlowSource.FromAny(port),
        AddressSet.ofPrefixes(List.of(Prefix.host(first), Prefix.parse("8.8.8.0/24"))),
        List.of(new Service(Protocol.UDP, List.of(PortRange.of(53)), List.of(PortRange.ANY))),
        Origin.NONE);
  }

  @Test
  void eachEndsInAnotherWay() {
    int found = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Network network = RandomNetworks.of(seed);
      Host host = network.hosts().get(0);
      Port port = new Port(host.name(), host.interfaces().get(1).name());
      Found classes = new Representatives(network, 8).of(arriving(network, port));
      Player player = new Player(network, 0);
      List<List<Fate>> ends =
          classes.flows().stream()
              .map(flow -> player.inject(port, flow.packet()).packets())
              .map(packets -> packets.stream().map(PacketTrace::fate).toList())
              .toList();
      assertThat(ends).as("seed %d", seed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(8);
      found += ends.size();
    }
    assertThat(found).isGreaterThan(30);
  }
}
