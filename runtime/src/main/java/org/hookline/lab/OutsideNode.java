package org.hookline.lab;

import java.util.List;
import java.util.Map;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.iface.Interface;
import org.hookline.path.Numbering;

/**
 * What is behind an interface without a segment: everything it sends goes to that interface, and
 * every address that no modelled host has is its own.
 */
record OutsideNode(Node node, Network network) implements PseudoHost {
  /** The only device of such a namespace. */
  static final String DEVICE = "eth0";

  @Override
  public void commands(Batches batches) {
    String namespace = node.namespace();
    batches.ip(namespace, "link set " + DEVICE + " up");
    batches.ip(namespace, "rule add pref 1 iif lo lookup " + FIRST);
    batches.ip(namespace, "rule add pref 2 iif " + DEVICE + " lookup " + SECOND);
    Address inside = ipv4(inside()).get(0);
    batches.ip(
        namespace, "route add default via " + inside + " dev " + DEVICE + " onlink table " + FIRST);
    network.hosts().stream()
        .flatMap(h -> h.interfaces().stream())
        .flatMap(i -> ipv4(i).stream())
        .distinct()
        .forEach(a -> batches.ip(namespace, "route add blackhole " + a + " table " + SECOND));
    PseudoHost.ownEverything(node, batches);
  }

  private static List<Address> ipv4(Interface iface) {
    return iface.addresses().stream()
        .map(a -> a.prefix().address())
        .filter(a -> a.family() == Family.IPV4)
        .toList();
  }

  private Interface inside() {
    return network.hosts().stream()
        .flatMap(h -> h.interfaces().stream().filter(i -> isBehind(h, i)))
        .findFirst()
        .orElseThrow();
  }

  private boolean isBehind(Host host, Interface iface) {
    return Numbering.outside(new Port(host.name(), iface.name())).equals(node.host());
  }

  @Override
  public Map<String, String> sysctls() {
    return PseudoHost.forwarding(node);
  }
}
