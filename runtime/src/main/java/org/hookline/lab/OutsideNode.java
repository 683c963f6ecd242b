package org.hookline.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.addr.SpecialPurpose;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.iface.Interface;
import org.hookline.path.Numbering;

/**
 * What is behind an interface without a segment: everything it sends goes to that interface, and
 * the addresses of {@link Network#outsideAddresses} are its own.
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
    nobodys().forEach(p -> batches.ip(namespace, "route add blackhole " + p + " table " + SECOND));
    PseudoHost.ownEverything(node, batches);
  }

  private static List<Address> ipv4(Interface iface) {
    return iface.addresses().stream()
        .map(a -> a.prefix().address())
        .filter(a -> a.family() == Family.IPV4)
        .toList();
  }

  /** Addresses that somebody may have, but nobody out there has. */
  private Stream<Prefix> nobodys() {
    return SpecialPurpose.unicast(Family.IPV4)
        .minus(network.outsideAddresses(port()))
        .ranges()
        .stream()
        .flatMap(range -> range.prefixes().stream());
  }

  private Interface inside() {
    Port port = port();
    return network
        .host(port.host())
        .flatMap(
            h -> h.interfaces().stream().filter(i -> i.name().equals(port.iface())).findFirst())
        .orElseThrow();
  }

  /** The interface that this is the outside of. */
  private Port port() {
    return network.hosts().stream()
        .flatMap(h -> h.interfaces().stream().map(i -> new Port(h.name(), i.name())))
        .filter(port -> Numbering.outside(port).equals(node.host()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Map<String, String> sysctls() {
    return PseudoHost.forwarding(node);
  }
}
