package org.hookline.lab.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hookline.addr.Address;
import org.hookline.lab.random.Plan.End;
import org.hookline.lab.random.Plan.Wire;
import org.hookline.lab.random.Space.Permanent;
import org.hookline.lab.random.Space.Service;
import org.hookline.lab.recorded.RecordedCase;

/**
 * The host under test with its links, and who is on them: clients {@code c*}, servers {@code s*},
 * gateways {@code g*} and the internet {@code x} behind them. Whatever address is used, or may be
 * made by a translation, has permanent entries, unless {@link Resolving} takes them away.
 */
final class Surroundings {
  private static final List<String> NAMES =
      List.of("eth0", "eth1", "eth2", "eth3", "lan0", "lan1", "wan0", "wan1", "dmz0", "ppp0");

  private static final List<String> UPLINKS =
      List.of("203.0.113.128/27", "198.51.100.64/26", "192.0.2.16/28", "100.64.7.0/24");

  private static final int[] PORTS = {22, 53, 80, 123, 443, 5000, 8080};

  /** A link of the host under test. */
  record Link(String dev, String peer, String peerDev, Net net, List<String> own, boolean uplink) {
    /** The gateway or, inside, some neighbour. */
    String next() {
      return net.at(uplink ? 1 : peer.startsWith("c") ? 10 : 20);
    }
  }

  private final Chance chance;
  private final Map<String, Space> spaces = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, List<String>> addresses = new LinkedHashMap<>();
  private final List<String> unplugged = new ArrayList<>();
  private final List<String> names;
  private final List<String> made = new ArrayList<>();
  private int macs = 0;

  Surroundings(Chance chance, Profile profile) {
    this.chance = chance;
    this.names = chance.some(NAMES.size(), NAMES);
    spaces.put(RecordedCase.HOST, new Space());
    addresses.put(RecordedCase.HOST, new ArrayList<>());
    boolean outward = profile == Profile.LOCAL_OUTPUT;
    inside("c", outward ? chance.below(2) : chance.between(1, 2), 10);
    inside("s", chance.any(0, 1, 1), 20);
    outside(outward ? chance.between(2, 3) : chance.any(0, 1, 1, 2, 2));
    if (chance.onceIn(5)) {
      String more = "10.255.255." + chance.between(1, 254);
      host().link().add("addr add " + more + "/32 dev lo");
      addresses.get(RecordedCase.HOST).add(more);
    }
    if (links.size() > 1 && chance.onceIn(8)) {
      unplug(chance.any(links));
    }
  }

  /** The other end goes down: the host under test sees no carrier. */
  private void unplug(Link link) {
    spaces.get(link.peer()).link().add("link set " + link.peerDev() + " down");
    unplugged.add(link.dev());
  }

  /** Links on which a frame arrives. */
  List<Link> plugged() {
    return links.stream().filter(l -> !unplugged.contains(l.dev())).toList();
  }

  /** Devices of the host under test whose links have no carrier. */
  List<String> unplugged() {
    return unplugged;
  }

  Space host() {
    return spaces.get(RecordedCase.HOST);
  }

  Map<String, Space> spaces() {
    return spaces;
  }

  List<Wire> wires() {
    return wires;
  }

  List<Link> links() {
    return links;
  }

  List<Link> uplinks() {
    return links.stream().filter(Link::uplink).toList();
  }

  /** Addresses by namespace; those of the wires behind gateways are left out. */
  Map<String, List<String>> addresses() {
    return addresses;
  }

  List<String> all() {
    return addresses.values().stream().flatMap(List::stream).toList();
  }

  List<String> devices() {
    return links.stream().map(Link::dev).toList();
  }

  /** A translation may make these addresses: they must have an Ethernet address too. */
  void reach(Net net) {
    for (int i = 0; i < 1 << (Integer.SIZE - net.prefix().length()); i++) {
      made.add(net.at(i));
    }
  }

  /** The same for a few addresses that follow one. */
  void reach(String first, int more) {
    for (int i = 0; i <= more; i++) {
      made.add(Address.parse(first).plus(i).toString());
    }
  }

  private String mac() {
    return String.format("02:00:00:00:00:%02x", ++macs);
  }

  private void wire(End one, End other) {
    wires.add(new Wire(one, other));
  }

  private void inside(String kind, int count, int first) {
    for (int i = 1; i <= count; i++) {
      Net net = Net.inside(chance, links.size());
      Link link = link(kind + i, net, List.of(net.at(1)), false);
      Space space = spaces.get(link.peer());
      List<String> theirs = new ArrayList<>();
      for (int j = 0; j < 6; j++) {
        theirs.add(net.at(first + j));
      }
      space.up(link.peerDev(), theirs.stream().map(net::with).toArray(String[]::new));
      addresses.put(link.peer(), theirs);
      if (!chance.onceIn(12)) {
        space.route().add("route add default via " + net.at(1));
      }
      serve(space, "0.0.0.0");
    }
  }

  private Link link(String peer, Net net, List<String> own, boolean uplink) {
    String dev = names.get(links.size());
    Link link = new Link(dev, peer, peer + "e", net, own, uplink);
    spaces.put(peer, new Space());
    links.add(link);
    wire(new End(RecordedCase.HOST, dev, mac()), new End(peer, link.peerDev(), mac()));
    host().up(dev, own.stream().map(net::with).toArray(String[]::new));
    if (chance.onceIn(3)) {
      host().link().add("link set " + dev + " group " + chance.any(1, 2, 3));
    }
    addresses.get(RecordedCase.HOST).addAll(own);
    return link;
  }

  private void outside(int count) {
    List<String> nets = chance.some(count, UPLINKS);
    for (int i = 1; i <= count; i++) {
      Net net = Net.of(nets.get(i - 1));
      List<String> own = new ArrayList<>(List.of(net.at(2)));
      for (int more = chance.any(0, 0, 1, 2); more > 0; more--) {
        own.add(net.at(2 + own.size()));
      }
      Link link = link("g" + i, net, own, true);
      Space gateway = spaces.get(link.peer());
      gateway.up(link.peerDev(), net.with(net.at(1)));
      addresses.put(link.peer(), List.of(net.at(1)));
      gateway.sysctl().put("ipv4.ip_forward", 1);
      if (chance.onceIn(2)) {
        gateway.sysctl().put("ipv4.conf.all.rp_filter", 1);
      }
      serve(gateway, "0.0.0.0");
    }
    if (count > 0) {
      new Beyond(chance, this).internet();
    }
  }

  /** Joins a gateway with the internet. */
  void wire(String gateway, String device, String internetDevice) {
    wire(new End(gateway, device, mac()), new End("x", internetDevice, mac()));
  }

  void serve(Space space, String address) {
    for (String protocol : List.of("tcp", "udp")) {
      for (int port : PORTS) {
        if (chance.onceIn(2)) {
          space.services().add(new Service(protocol, address, port, false));
        }
      }
    }
  }

  /** Writes permanent entries for all that has been drawn. */
  void resolve() {
    Set<String> everybody = new LinkedHashSet<>(all());
    everybody.addAll(made);
    links.forEach(l -> everybody.addAll(List.of(l.net().at(0), l.net().at(9), l.net().at(30))));
    everybody.addAll(List.of("127.0.0.1", Probing.NOBODY));
    for (Wire wire : wires) {
      entries(wire.one(), wire.other(), everybody);
      entries(wire.other(), wire.one(), everybody);
    }
  }

  private void entries(End end, End peer, Set<String> everybody) {
    List<String> far = new ArrayList<>(everybody);
    if (end.space().equals("x")) {
      far = List.of("172.31.255." + Beyond.gatewaySide(end.dev()));
    } else if (peer.space().equals("x")) {
      far = List.of("172.31.255." + (Beyond.gatewaySide(peer.dev()) + 1));
    }
    spaces.get(end.space()).neighbours().add(new Permanent(end.dev(), peer.mac(), far));
  }
}
