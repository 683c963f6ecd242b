package org.hookline.agree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Internet.Announcement;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.KernelEntries;
import org.hookline.model.Listener;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.NatTo;
import org.hookline.packet.CtState;
import org.hookline.source.Origin;

/**
 * The first example with another number of uplinks, other rules in another order, with or without
 * connection marks, and any reverse path filter.
 */
final class UplinkVariant {
  private static final Origin WRITTEN = Origin.line("variant.hkl", 1);
  private static final PortRange SERVICE = new PortRange(50000, 50100);

  private final Random random;
  private final int uplinks;
  private final List<Address> strangers = new ArrayList<>();

  UplinkVariant(Random random) {
    this.random = random;
    this.uplinks = 2 + random.nextInt(5);
    for (int i = random.nextInt(4); i >= 0; i--) {
      strangers.add(Address.ipv4(0x14000000L + (random.nextInt() & 0x3fffffffL)));
    }
  }

  /** Public address of an uplink. */
  private static Address outer(int uplink) {
    return Address.parse("198.18." + uplink + ".110");
  }

  private static Address inner(int uplink) {
    return Address.parse("10.8." + uplink + ".2");
  }

  private static Address gateway(int uplink) {
    return Address.parse("198.18." + uplink + ".126");
  }

  /** Every public address. */
  AddressSet published() {
    AddressSet all = AddressSet.EMPTY;
    for (int i = 0; i < uplinks; i++) {
      all = all.union(AddressSet.of(outer(i)));
    }
    return all;
  }

  /** Addresses that some rule names. */
  List<Address> strangers() {
    return strangers;
  }

  Network network() {
    List<Host> hosts = new ArrayList<>(List.of(server(), container()));
    List<Segment> segments = new ArrayList<>();
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 0; i < uplinks; i++) {
      hosts.add(gatewayHost(i));
      Port lan = new Port("g" + i, "lan");
      segments.add(segment("up" + i, new Port("server", "up" + i), lan));
      segments.add(segment("wan" + i, new Port("g" + i, "wan")));
      Prefix behind = new Prefix(outer(i), 25).network();
      Address via = Address.parse("10.255." + i + ".1");
      attachments.add(
          new Attachment(
              "wan" + i,
              Optional.of(Address.parse("10.255." + i + ".2")),
              List.of(new Announcement(behind, Optional.of(via))),
              Internet.Urpf.OFF,
              WRITTEN));
    }
    segments.add(segment("inside", new Port("server", "in"), new Port("lab", "eth0")));
    Internet internet = new Internet(attachments, WRITTEN);
    return new Network(hosts, segments, Optional.of(internet), List.of(), List.of());
  }

  private static Segment segment(String name, Port... ports) {
    return new Segment(name, List.of(ports), WRITTEN);
  }

  private Host gatewayHost(int uplink) {
    Map<String, String> sysctls = new LinkedHashMap<>();
    sysctls.put("net.ipv4.ip_forward", "1");
    sysctls.put("net.ipv4.conf.all.rp_filter", "1");
    List<Interface> interfaces =
        List.of(
            ethernet("lan", gateway(uplink) + "/25"),
            ethernet("wan", "10.255." + uplink + ".1/30"));
    Route out = defaultRoute(Address.parse("10.255." + uplink + ".2"), "wan");
    return host("g" + uplink, sysctls, interfaces, Map.of("main", out), List.of(), List.of());
  }

  private Host container() {
    String[] addresses = new String[uplinks];
    for (int i = 0; i < uplinks; i++) {
      addresses[i] = inner(i) + "/24";
    }
    Route out = defaultRoute(Address.parse("10.8.0.1"), "eth0");
    Host host =
        host(
            "lab",
            Map.of(),
            List.of(ethernet("eth0", addresses)),
            Map.of("main", out),
            List.of(),
            List.of());
    Listener rsync = new Listener(Protocol.TCP, Optional.empty(), List.of(SERVICE), WRITTEN);
    return new Host(
        host.name(),
        host.kernel(),
        host.sysctls(),
        host.interfaces(),
        host.tables(),
        host.rules(),
        host.iptables(),
        host.packetTables(),
        host.nftTables(),
        List.of(rsync),
        List.of(),
        List.of(),
        WRITTEN);
  }

  private Host server() {
    Map<String, String> sysctls = new LinkedHashMap<>();
    sysctls.put("net.ipv4.ip_forward", "1");
    sysctls.put("net.ipv4.conf.all.rp_filter", "" + random.nextInt(3));
    sysctls.put("net.ipv4.conf.all.src_valid_mark", "" + random.nextInt(2));
    List<Interface> interfaces = new ArrayList<>();
    Map<String, Route> tables = new LinkedHashMap<>();
    String[] insides = new String[uplinks];
    for (int i = 0; i < uplinks; i++) {
      interfaces.add(ethernet("up" + i, outer(i) + "/25"));
      insides[i] = "10.8." + i + ".1/24";
      tables.put("t" + i, defaultRoute(gateway(i), "up" + i));
    }
    tables.put("main", defaultRoute(gateway(0), "up0"));
    interfaces.add(ethernet("in", insides));
    boolean marks = random.nextBoolean();
    List<PacketTable> packets = new ArrayList<>(List.of(nat()));
    if (marks) {
      packets.add(mangle());
    }
    return host("server", sysctls, interfaces, tables, rules(marks), packets);
  }

  private List<PolicyRule> rules(boolean marks) {
    List<Selector> selectors = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (int i = 0; i < uplinks; i++) {
      add(selectors, targets, i, from(outer(i)));
      if (random.nextInt(3) == 0) {
        add(selectors, targets, i, from(inner(i)));
      }
      if (marks) {
        add(selectors, targets, i, marked(i + 1));
      }
    }
    for (Address stranger : strangers) {
      add(selectors, targets, random.nextInt(uplinks), to(stranger));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < selectors.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<PolicyRule> rules = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int which = order.get(i);
      RuleAction action = new RuleAction.Lookup("t" + targets.get(which), OptionalInt.empty());
      rules.add(new PolicyRule(100 + i, selectors.get(which), action, WRITTEN));
    }
    return rules;
  }

  private static void add(List<Selector> selectors, List<Integer> targets, int table, Selector s) {
    selectors.add(s);
    targets.add(table);
  }

  private static Selector from(Address address) {
    return selector(Optional.of(Prefix.host(address)), Optional.empty(), Optional.empty());
  }

  private Selector to(Address address) {
    int length = 32 - random.nextInt(9);
    return selector(
        Optional.empty(), Optional.of(new Prefix(address, length).network()), Optional.empty());
  }

  private static Selector marked(long mark) {
    return selector(Optional.empty(), Optional.empty(), Optional.of(new MaskedMark(mark, 0xff)));
  }

  private static Selector selector(
      Optional<Prefix> from, Optional<Prefix> to, Optional<MaskedMark> mark) {
    Selector all = Selector.ALL;
    return new Selector(
        false,
        from,
        to,
        all.iif(),
        all.oif(),
        mark,
        0,
        all.ipproto(),
        all.sport(),
        all.dport(),
        all.uidrange());
  }

  private PacketTable nat() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < uplinks; i++) {
      AddressRange target = new AddressRange(inner(i), inner(i));
      rules.add(
          Rule.of(
              new Dnat(new NatTo(Optional.of(target), Optional.empty(), false)),
              WRITTEN,
              new Daddr(false, AddressSet.of(outer(i))),
              new Ports(Protocol.TCP, Ports.End.DPORT, false, List.of(SERVICE))));
    }
    return table(TableName.NAT, rules);
  }

  private PacketTable mangle() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < uplinks; i++) {
      rules.add(
          Rule.of(
              new ConnmarkSet(MaskedMark.exactly(i + 1)),
              WRITTEN,
              new Iif(false, "up" + i),
              new CtStates(false, java.util.Set.of(CtState.NEW))));
    }
    rules.add(Rule.of(new ConnmarkRestore(0xff), WRITTEN, new Iif(false, "in")));
    return table(TableName.MANGLE, rules);
  }

  private static PacketTable table(TableName name, List<Rule> rules) {
    Chain chain = new Chain("PREROUTING", false, rules, WRITTEN);
    return new PacketTable(name, List.of(chain), WRITTEN);
  }

  private static Interface ethernet(String name, String... addresses) {
    List<InterfaceAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(new InterfaceAddress(Prefix.parse(address), WRITTEN));
    }
    return new Interface(
        name, new InterfaceKind.Physical(), all, Optional.empty(), 0, true, WRITTEN);
  }

  private static Route defaultRoute(Address via, String dev) {
    return new Route(
        RouteType.UNICAST,
        Prefix.all(Family.IPV4),
        List.of(NextHop.via(via, dev)),
        Optional.empty(),
        0,
        0,
        false,
        WRITTEN);
  }

  private static Host host(
      String name,
      Map<String, String> sysctls,
      List<Interface> interfaces,
      Map<String, Route> routes,
      List<PolicyRule> rules,
      List<PacketTable> packets) {
    List<Interface> all = new ArrayList<>(List.of(KernelEntries.loopback()));
    all.addAll(interfaces);
    List<RouteTable> tables = new ArrayList<>();
    for (RouteTable table : KernelEntries.tables(all, KernelProfile.DEFAULT)) {
      List<Route> entries = new ArrayList<>(table.routes());
      Optional.ofNullable(routes.get(table.name())).ifPresent(entries::add);
      tables.add(new RouteTable(table.name(), table.id(), entries, table.origin()));
    }
    routes.forEach(
        (table, route) -> {
          if (!table.equals("main")) {
            tables.add(new RouteTable(table, 100 + tables.size(), List.of(route), WRITTEN));
          }
        });
    List<PolicyRule> complete = new ArrayList<>(KernelEntries.rules());
    complete.addAll(rules);
    complete.sort(Comparator.comparing(PolicyRule::preference));
    TreeMap<String, Setting> settings = new TreeMap<>();
    sysctls.forEach((key, value) -> settings.put(key, new Setting(value, WRITTEN)));
    return new Host(
        name,
        KernelProfile.DEFAULT,
        new Sysctls(settings),
        all,
        tables,
        complete,
        IptablesTool.NFT,
        packets,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        WRITTEN);
  }
}
