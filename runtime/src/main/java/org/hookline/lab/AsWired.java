package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.Lab.Caches;
import org.hookline.model.Host;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.source.Origin;

/**
 * The network that a lab really plays, for predictions: with the Ethernet addresses that its wires
 * have, the permanent neighbours, and the settings that take the place of what was not written.
 */
public final class AsWired {
  private final Network network;
  private final Topology topology;
  private final Caches caches;

  private AsWired(Network network, Caches caches) {
    this.network = network;
    this.topology = Wiring.of(network);
    this.caches = caches;
  }

  /** Of a lab whose hosts know all their neighbours. */
  public static Network of(Network network) {
    return of(network, Caches.PERMANENT);
  }

  public static Network of(Network network, Caches caches) {
    AsWired wired = new AsWired(network, caches);
    List<Host> hosts = network.hosts().stream().map(wired::host).toList();
    return new Network(
        hosts, network.segments(), network.internet(), network.checks(), network.simulations());
  }

  private Host host(Host host) {
    Node node = topology.node(host.name()).orElseThrow();
    List<Cable> cables = topology.cables().stream().filter(c -> c.node().equals(node)).toList();
    List<Neighbour> neighbours = new ArrayList<>(host.neighbours());
    if (caches == Caches.PERMANENT) {
      cables.forEach(c -> neighbours.addAll(new Neighbourhood(topology, network, c).entries()));
    }
    List<Interface> interfaces =
        host.interfaces().stream().map(iface -> iface(iface, cables)).toList();
    return new Host(
        host.name(),
        host.kernel(),
        sysctls(host),
        interfaces,
        host.tables(),
        host.rules(),
        host.iptables(),
        host.packetTables(),
        host.nftTables(),
        host.listeners(),
        neighbours,
        host.unmodelled(),
        host.origin());
  }

  private static Interface iface(Interface iface, List<Cable> cables) {
    return cables.stream()
        .filter(c -> c.device().equals(iface.name()))
        .findFirst()
        .map(
            c ->
                new Interface(
                    iface.name(),
                    iface.kind(),
                    iface.addresses(),
                    Optional.of(c.mac()),
                    iface.mtu(),
                    iface.up(),
                    iface.settings(),
                    iface.origin()))
        .orElse(iface);
  }

  private static Sysctls sysctls(Host host) {
    SortedMap<String, Setting> settings = new TreeMap<>(host.sysctls().settings());
    for (Map.Entry<String, String> value : Baseline.afterScript(host).entrySet()) {
      settings.put(value.getKey(), new Setting(value.getValue(), Origin.NONE));
    }
    return new Sysctls(settings);
  }
}
