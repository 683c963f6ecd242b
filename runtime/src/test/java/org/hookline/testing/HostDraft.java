package org.hookline.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Listener;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/**
 * A host that a test writes down bit by bit; the kernel's own entries are added at the end. Every
 * element gets a line of its own in a file named after the host.
 */
public final class HostDraft {
  private static final int FIRST_TABLE = 100;

  private final String name;
  private final Map<String, Setting> sysctls = new LinkedHashMap<>();
  private final List<Interface> interfaces = new ArrayList<>(List.of(KernelEntries.loopback()));
  private final Map<String, List<Route>> routes = new LinkedHashMap<>();
  private final List<PolicyRule> rules = new ArrayList<>();
  private final Map<TableName, Map<String, List<Rule>>> chains = new TreeMap<>();
  private final List<String> dropping = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final List<NftTable> nftTables = new ArrayList<>();
  private IptablesTool iptables = IptablesTool.NFT;
  private KernelProfile kernel = KernelProfile.DEFAULT;
  private int line;

  public HostDraft(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  private Origin here() {
    return new Origin(name + ".hkl", ++line, 1, 0);
  }

  public HostDraft kernel(KernelProfile profile) {
    kernel = profile;
    return this;
  }

  /** The program that writes the tables of iptables. */
  public HostDraft iptables(IptablesTool tool) {
    iptables = tool;
    return this;
  }

  /** Loads a table of nft behind those that are there. */
  public HostDraft nft(NftDraft table) {
    nftTables.add(table.done(this::here));
    return this;
  }

  public HostDraft sysctl(String key, long value) {
    sysctls.put(key, new Setting("" + value, here()));
    return this;
  }

  public HostDraft forwarding() {
    return sysctl("net.ipv4.ip_forward", 1);
  }

  /** Sets {@code net.ipv4.conf.IFACE.KEY}; {@code all} is an interface too. */
  public HostDraft conf(String iface, String key, long value) {
    return sysctl("net.ipv4.conf." + iface + "." + key, value);
  }

  /** An interface that is up, with addresses such as {@code 10.1.0.1/24}. */
  public HostDraft iface(String iface, String... addresses) {
    List<InterfaceAddress> own =
        Stream.of(addresses).map(a -> new InterfaceAddress(Prefix.parse(a), here())).toList();
    interfaces.add(
        new Interface(iface, new InterfaceKind.Physical(), own, Optional.empty(), 0, true, here()));
    return this;
  }

  /** Takes the wire out of an interface. */
  public HostDraft unplugged(String iface) {
    interfaces.replaceAll(i -> i.name().equals(iface) ? withoutCarrier(i) : i);
    return this;
  }

  private static Interface withoutCarrier(Interface old) {
    return new Interface(
        old.name(),
        old.kind(),
        old.addresses(),
        old.mac(),
        old.mtu(),
        old.up(),
        old.settings().with(Map.of(LinkFlag.CARRIER, false)),
        old.origin());
  }

  /** The interfaces so far, loopback first. */
  public List<Interface> interfaces() {
    return List.copyOf(interfaces);
  }

  /** Addresses of all interfaces so far, loopback left out. */
  public List<Prefix> addresses() {
    return interfaces.stream()
        .skip(1)
        .flatMap(i -> i.addresses().stream())
        .map(InterfaceAddress::prefix)
        .toList();
  }

  /** Adds to a table, which exists from then on. */
  public HostDraft route(String table, RouteDraft route) {
    routes.computeIfAbsent(table, t -> new ArrayList<>()).add(route.at(here()));
    return this;
  }

  /** Makes sure that a table exists. */
  public HostDraft table(String table) {
    routes.computeIfAbsent(table, t -> new ArrayList<>());
    return this;
  }

  public HostDraft route(RouteDraft route) {
    return route("main", route);
  }

  public HostDraft rule(long preference, Selector selector, RuleAction action) {
    rules.add(new PolicyRule(preference, selector, action, here()));
    return this;
  }

  public HostDraft rule(long preference, SelectorDraft selector, String table) {
    RuleAction lookup = new RuleAction.Lookup(table, java.util.OptionalInt.empty());
    return rule(preference, selector.done(), lookup);
  }

  /** Makes sure that a chain exists. */
  public HostDraft chain(TableName table, String chain) {
    chainOf(table, chain);
    return this;
  }

  private List<Rule> chainOf(TableName table, String chain) {
    return chains
        .computeIfAbsent(table, t -> new LinkedHashMap<>())
        .computeIfAbsent(chain, c -> new ArrayList<>());
  }

  /** Appends to a chain: {@code -A CHAIN matches -j target}. */
  public HostDraft append(TableName table, String chain, Target target, Match... matches) {
    chainOf(table, chain).add(Rule.of(target, here(), matches));
    return this;
  }

  public HostDraft policyDrop(TableName table, String chain) {
    chainOf(table, chain);
    dropping.add(table + " " + chain);
    return this;
  }

  public HostDraft listen(Protocol protocol, PortRange ports) {
    listeners.add(new Listener(protocol, Optional.empty(), List.of(ports), here()));
    return this;
  }

  public Host done() {
    List<RouteTable> tables = new ArrayList<>();
    for (RouteTable own : KernelEntries.tables(interfaces, kernel)) {
      List<Route> all = new ArrayList<>(own.routes());
      all.addAll(routes.getOrDefault(own.name(), List.of()));
      tables.add(new RouteTable(own.name(), own.id(), all, own.origin()));
    }
    List<String> known = tables.stream().map(RouteTable::name).toList();
    routes.forEach(
        (table, list) -> {
          if (!known.contains(table)) {
            tables.add(new RouteTable(table, FIRST_TABLE + tables.size(), list, here()));
          }
        });
    List<PolicyRule> ordered = new ArrayList<>(KernelEntries.rules());
    ordered.addAll(rules);
    ordered.sort(Comparator.comparing(PolicyRule::preference));
    return new Host(
        name,
        kernel,
        new Sysctls(new TreeMap<>(sysctls)),
        List.copyOf(interfaces),
        tables,
        ordered,
        iptables,
        packetTables(),
        List.copyOf(nftTables),
        List.copyOf(listeners),
        List.of(),
        List.of(),
        here());
  }

  private List<PacketTable> packetTables() {
    List<PacketTable> tables = new ArrayList<>();
    chains.forEach(
        (table, inside) -> {
          List<Chain> list = new ArrayList<>();
          inside.forEach(
              (chain, some) ->
                  list.add(
                      new Chain(
                          chain,
                          dropping.contains(table + " " + chain),
                          List.copyOf(some),
                          here())));
          tables.add(new PacketTable(table, list, here()));
        });
    return tables;
  }
}
