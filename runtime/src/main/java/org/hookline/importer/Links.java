package org.hookline.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hookline.addr.Mac;
import org.hookline.addr.Malformed;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.LinkSettings;
import org.hookline.model.iface.LinkVlans;
import org.hookline.model.iface.PortVlan;
import org.hookline.source.Origin;

/** Interfaces of a host while they are being read, from several dumps, in order of their index. */
final class Links {
  private static final int USUAL_MTU = 1500;
  private static final int LOOPBACK_MTU = 65536;

  private final Map<String, Link> links = new LinkedHashMap<>();

  /** One interface. */
  static final class Link {
    private final String name;
    private final Origin origin;
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private String parent = "";
    private String master = "";
    private String kind = "";
    private int vlan = 0;
    private int mtu = 0;
    private boolean up = false;
    private Optional<Mac> mac = Optional.empty();
    private int group = 0;
    private Optional<String> alias = Optional.empty();
    private OptionalInt usualVlan = OptionalInt.empty();
    private final Map<LinkFlag, Boolean> switches = new EnumMap<>(LinkFlag.class);

    Link(String name, Origin origin) {
      this.name = name;
      this.origin = origin;
    }

    /** The name behind {@code @}: a VLAN's parent, or the other end of a pair. */
    void parent(String other) {
      parent = other;
    }

    void master(String bridge) {
      master = bridge;
    }

    void kind(String word) {
      kind = word;
    }

    void vlan(String id) {
      vlan = number(id);
    }

    void mtu(String bytes) {
      mtu = number(bytes);
    }

    void up(boolean flag) {
      up = flag;
    }

    void mac(String text) {
      mac = text.matches("(00:){5}00") || !text.contains(":") ? mac : Optional.of(Mac.parse(text));
    }

    String name() {
      return name;
    }

    /** A number, or {@code default}; names are in files of the host. */
    void group(String word) {
      group = word.equals("default") ? 0 : number(word);
    }

    void alias(String text) {
      alias = Optional.of(text.replaceAll("[\"\\\\\\p{Cntrl}]", " "));
    }

    void switches(Map<LinkFlag, Boolean> more) {
      switches.putAll(more);
    }

    /** The VLAN that a bridge puts its ports in, unless it is the one of every bridge. */
    void usualVlan(String id) {
      int number = number(id);
      usualVlan = number == LinkVlans.DEFAULT ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private LinkSettings settings(Optional<List<PortVlan>> members) {
      LinkVlans vlans = new LinkVlans(members, usualVlan);
      LinkSettings plain = new LinkSettings(group, alias, new TreeMap<>(), vlans, List.of());
      return plain.with(switches);
    }

    void address(InterfaceAddress address) {
      if (addresses.stream().noneMatch(a -> a.prefix().equals(address.prefix()))) {
        addresses.add(address);
      }
    }

    private static int number(String text) {
      if (!text.matches("[0-9]{1,9}")) {
        throw new Malformed("bad-number", "'" + text + "' is not a number", "decimal digits");
      }
      return Integer.parseInt(text);
    }
  }

  /** The interface of this name, new if need be. */
  Link of(String name, Origin origin) {
    return links.computeIfAbsent(name, n -> new Link(n, origin));
  }

  /** The finished interfaces. */
  List<Interface> build(Optional<PortVlans> vlans) {
    List<Interface> result = new ArrayList<>();
    for (Link link : links.values()) {
      boolean usual = link.mtu == (link.name.equals("lo") ? LOOPBACK_MTU : USUAL_MTU);
      result.add(
          new Interface(
              link.name,
              kind(link),
              List.copyOf(link.addresses),
              link.mac,
              usual ? 0 : link.mtu,
              link.up,
              link.settings(vlans.flatMap(all -> members(link, all))),
              link.origin));
    }
    return result;
  }

  /** The VLANs of a bridge or a port of one, unless they are what the bridge gives. */
  private Optional<List<PortVlan>> members(Link link, PortVlans vlans) {
    Link bridge = links.getOrDefault(link.master, link);
    boolean filters =
        bridge.switches.getOrDefault(LinkFlag.VLAN_FILTERING, false)
            || vlans.mentions(bridge.name)
            || links.values().stream()
                .anyMatch(l -> l.master.equals(bridge.name) && vlans.mentions(l.name));
    List<PortVlan> given = new LinkVlans(Optional.empty(), bridge.usualVlan).given();
    List<PortVlan> members = vlans.of(link.name);
    return filters && !members.equals(given) ? Optional.of(members) : Optional.empty();
  }

  private InterfaceKind kind(Link link) {
    if (link.name.equals("lo")) {
      return new InterfaceKind.Loopback();
    }
    return switch (link.kind) {
      case "" -> unnamed(link);
      case "vlan" ->
          inside(link)
              ? new InterfaceKind.Vlan(link.parent, link.vlan)
              : new InterfaceKind.Physical();
      case "bridge" -> bridge(link);
      case "veth" ->
          paired(link) ? new InterfaceKind.Veth(link.parent) : new InterfaceKind.Physical();
      case "dummy" -> new InterfaceKind.Dummy();
      default -> new InterfaceKind.Opaque(link.kind);
    };
  }

  /** Without {@code ip -d link}: a bridge is what others have as master, a VLAN ends in its id. */
  private InterfaceKind unnamed(Link link) {
    if (links.values().stream().anyMatch(l -> l.master.equals(link.name))) {
      return bridge(link);
    }
    String tail = link.name.substring(link.name.lastIndexOf('.') + 1);
    boolean vlan =
        inside(link) && link.name.equals(link.parent + "." + tail) && tail.matches("[0-9]{1,4}");
    return vlan
        ? new InterfaceKind.Vlan(link.parent, Integer.parseInt(tail))
        : new InterfaceKind.Physical();
  }

  private boolean inside(Link link) {
    return links.containsKey(link.parent);
  }

  private boolean paired(Link link) {
    Link other = links.get(link.parent);
    return other != null && other.kind.equals("veth") && other.parent.equals(link.name);
  }

  private InterfaceKind bridge(Link link) {
    return new InterfaceKind.Bridge(
        links.values().stream().filter(l -> l.master.equals(link.name)).map(l -> l.name).toList());
  }
}
