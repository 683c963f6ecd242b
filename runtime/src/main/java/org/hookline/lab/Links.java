package org.hookline.lab;

import org.hookline.model.Carrier;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.iface.Interface;

/** The commands that lay the wires, before any script of a host runs. */
final class Links {
  /** As large as a veth takes: the hosts' own MTUs decide. */
  private static final int MTU = 65535;

  private Links() {}

  /**
   * Bridges of the switch, then each wire.
   *
   * @param prefix of the namespaces' full names
   */
  static Batches lay(Topology topology, Network network, String prefix) {
    Batches batches = new Batches();
    for (String domain : topology.domains()) {
      ip(batches, "link add name " + domain + " type bridge mcast_snooping 0");
      ip(batches, "link set " + domain + " up");
    }
    for (Cable cable : topology.cables()) {
      String namespace = cable.node().namespace();
      String peer =
          cable.bridge() ? cable.bridgePort() : cable.device() + " address " + cable.mac();
      String pair = " mtu " + MTU + " type veth peer name " + peer + " netns ";
      ip(batches, "link add name " + cable.port() + pair + prefix + namespace);
      cable.domain().ifPresent(d -> ip(batches, "link set " + cable.port() + " master " + d));
      if (carries(cable, network)) {
        ip(batches, "link set " + cable.port() + " up");
      }
      if (cable.bridge()) {
        batches.ip(
            namespace,
            "link add name "
                + cable.device()
                + " address "
                + cable.mac()
                + " type bridge mcast_snooping 0");
        batches.ip(
            namespace, "link set " + cable.bridgePort() + " master " + cable.device() + " up");
      }
    }
    return batches;
  }

  /** Whether the wire is plugged in; a veth has carrier when its other end is up. */
  private static boolean carries(Cable cable, Network network) {
    return network
        .host(cable.node().host())
        .flatMap(
            host ->
                host.iface(cable.node().iface(cable.device()).orElseThrow())
                    .map(new Carrier(host)::at))
        .orElse(true);
  }

  private static void ip(Batches batches, String line) {
    batches.ip(Topology.SWITCH, line);
  }

  /**
   * Who answers for which address, so that no resolution disturbs what is observed: a host answers
   * for each of its addresses on each of its interfaces.
   */
  static Batches neighbours(Topology topology, Network network) {
    Batches batches = new Batches();
    for (Cable cable : topology.cables()) {
      cable
          .domain()
          .ifPresent(
              d ->
                  batches.bridge(
                      Topology.SWITCH,
                      "fdb replace " + cable.mac() + " dev " + cable.port() + " master static"));
      if (isUp(cable, network)) {
        String namespace = cable.node().namespace();
        new Neighbourhood(topology, network, cable)
            .commands()
            .forEach(line -> batches.ip(namespace, line));
      }
    }
    return batches;
  }

  private static boolean isUp(Cable cable, Network network) {
    Port port = new Port(cable.node().host(), cable.node().iface(cable.device()).orElseThrow());
    return network
        .host(port.host())
        .flatMap(h -> h.iface(port.iface()))
        .map(Interface::up)
        .orElse(true);
  }
}
