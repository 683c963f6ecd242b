package org.hookline.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.model.Host;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.path.Numbering;

/** Plans the namespaces and wires of a network. */
final class Wiring {
  /** Locally administered; below it host and interface are counted. */
  private static final long FIRST_MAC = 0x02_68_6b_00_00_00L;

  private static final int LONGEST_DEVICE = 15;

  private final Network network;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, String> domains = new LinkedHashMap<>();
  private final List<Cable> cables = new ArrayList<>();
  private final List<String> substitutions = new ArrayList<>();

  private Wiring(Network network) {
    this.network = network;
  }

  static Topology of(Network network) {
    Wiring wiring = new Wiring(network);
    network.segments().forEach(s -> wiring.domain(s.name()));
    network.hosts().forEach(wiring::host);
    wiring.internet();
    wiring.substitutions.add(
        "ARP is answered in advance: every address of a segment is a permanent neighbour");
    wiring.substitutions.addAll(Baseline.SUBSTITUTIONS);
    return new Topology(
        List.copyOf(wiring.nodes),
        List.copyOf(wiring.domains.values()),
        List.copyOf(wiring.cables),
        List.copyOf(wiring.substitutions));
  }

  private String domain(String name) {
    return domains.computeIfAbsent(name, n -> "s" + domains.size());
  }

  private Node node(String host, Map<String, String> devices) {
    boolean plain = host.matches("[A-Za-z0-9_.-]{1,40}") && !host.equals(Topology.SWITCH);
    Node node = new Node(host, plain ? host : "node" + nodes.size(), devices);
    nodes.add(node);
    return node;
  }

  private void host(Host host) {
    Map<String, String> devices = new LinkedHashMap<>();
    host.interfaces().forEach(i -> devices.put(i.name(), i.name()));
    Node node = node(host.name(), devices);
    for (Interface iface : host.interfaces()) {
      PLUGS.get(iface.kind().getClass()).in(this, node, host, iface);
    }
  }

  private void plug(
      Node node, String device, Optional<Mac> mac, Optional<String> domain, boolean bridge) {
    int number = cables.size() + 1;
    Mac own = mac.orElse(new Mac(FIRST_MAC + number));
    cables.add(new Cable(node, device, own, "p" + number, domain, bridge));
  }

  /** What an interface of each kind is in the lab. */
  private static final Map<Class<? extends InterfaceKind>, Plug> PLUGS =
      Map.of(
          InterfaceKind.Physical.class, Wiring::veth,
          InterfaceKind.Vlan.class, Wiring::vlan,
          InterfaceKind.Bridge.class, Wiring::bridge,
          InterfaceKind.Veth.class, Wiring::madeByScript,
          InterfaceKind.Dummy.class, Wiring::dummy,
          InterfaceKind.Loopback.class, Wiring::madeByScript,
          InterfaceKind.Opaque.class, Wiring::opaque);

  @FunctionalInterface
  private interface Plug {
    void in(Wiring wiring, Node node, Host host, Interface iface);
  }

  private void veth(Node node, Host host, Interface iface) {
    plug(node, iface.name(), iface.mac(), behind(host, iface), false);
  }

  private void vlan(Node node, Host host, Interface iface) {
    InterfaceKind.Vlan vlan = (InterfaceKind.Vlan) iface.kind();
    substituted(host, iface, "VLAN " + vlan.id() + " on " + vlan.parent());
    veth(node, host, iface);
  }

  private void opaque(Node node, Host host, Interface iface) {
    substituted(host, iface, ((InterfaceKind.Opaque) iface.kind()).type());
    veth(node, host, iface);
  }

  /** The other end is on no bridge: what is sent there is lost, as in a dummy. */
  private void dummy(Node node, Host host, Interface iface) {
    substituted(host, iface, "a dummy");
    plug(node, iface.name(), iface.mac(), Optional.empty(), false);
  }

  private void substituted(Host host, Interface iface, String what) {
    substitutions.add(port(host, iface) + ": a veth takes the place of " + what);
  }

  /** A bridge with ports of its own is made by the host's script; another one has its wire. */
  private void bridge(Node node, Host host, Interface iface) {
    if (!isMaster(iface)) {
      plug(node, iface.name(), iface.mac(), behind(host, iface), true);
    }
  }

  private void madeByScript(Node node, Host host, Interface iface) {}

  private static boolean isMaster(Interface iface) {
    return iface.kind() instanceof InterfaceKind.Bridge bridge && !bridge.ports().isEmpty();
  }

  /** The segment of the interface, or an outside of its own if packets can go there. */
  private Optional<String> behind(Host host, Interface iface) {
    Optional<Segment> segment = network.segmentOf(port(host, iface));
    if (segment.isPresent()) {
      return segment.map(s -> domain(s.name()));
    }
    if (noIpv4(iface)) {
      return Optional.empty();
    }
    String outside = Numbering.outside(port(host, iface));
    Node beyond = node(outside, Map.of(iface.name(), OutsideNode.DEVICE));
    plug(beyond, OutsideNode.DEVICE, Optional.empty(), Optional.of(domain(outside)), false);
    return Optional.of(domain(outside));
  }

  private static Port port(Host host, Interface iface) {
    return new Port(host.name(), iface.name());
  }

  private static boolean noIpv4(Interface iface) {
    return iface.addresses().stream().noneMatch(a -> a.prefix().family() == Family.IPV4);
  }

  /** One namespace whose devices are the segments that the internet touches. */
  private void internet() {
    if (network.internet().isEmpty()) {
      return;
    }
    Map<String, String> devices = new LinkedHashMap<>();
    for (Attachment attachment : network.internet().get().attachments()) {
      String segment = attachment.segment();
      boolean plain = segment.matches("[A-Za-z0-9_.-]{1," + LONGEST_DEVICE + "}");
      devices.put(segment, plain ? segment : "seg" + devices.size());
    }
    Node node = node(Numbering.INTERNET, devices);
    devices.forEach(
        (segment, device) ->
            plug(node, device, Optional.empty(), Optional.of(domain(segment)), false));
  }
}
