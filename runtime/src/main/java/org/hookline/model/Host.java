package org.hookline.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.RuleTable;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.source.Origin;

/**
 * One Linux host, complete: the loopback interface, the kernel's own table entries and its three
 * rules are in the lists.
 *
 * @param tables every table that exists, {@code local}, {@code main} and {@code default} included
 * @param rules in order of evaluation
 * @param iptables the program that writes the packet tables
 * @param packetTables in no particular order, each name at most once
 * @param nftTables in the order in which they are loaded
 * @param unplayedTables that scripts load and nothing else knows of; their rules are among the
 *     unmodelled
 */
public record Host(
    String name,
    KernelProfile kernel,
    Sysctls sysctls,
    List<Interface> interfaces,
    List<RouteTable> tables,
    List<PolicyRule> rules,
    IptablesTool iptables,
    List<PacketTable> packetTables,
    List<NftTable> nftTables,
    List<Listener> listeners,
    List<Neighbour> neighbours,
    List<Unmodelled> unmodelled,
    List<UnplayedTable> unplayedTables,
    Origin origin) {

  /** A host whose tables are all played. */
  public Host(
      String name,
      KernelProfile kernel,
      Sysctls sysctls,
      List<Interface> interfaces,
      List<RouteTable> tables,
      List<PolicyRule> rules,
      IptablesTool iptables,
      List<PacketTable> packetTables,
      List<NftTable> nftTables,
      List<Listener> listeners,
      List<Neighbour> neighbours,
      List<Unmodelled> unmodelled,
      Origin origin) {
    this(
        name,
        kernel,
        sysctls,
        interfaces,
        tables,
        rules,
        iptables,
        packetTables,
        nftTables,
        listeners,
        neighbours,
        unmodelled,
        List.of(),
        origin);
  }

  /** A host with the iptables that comes with its kernel, and without tables of nft. */
  public Host(
      String name,
      KernelProfile kernel,
      Sysctls sysctls,
      List<Interface> interfaces,
      List<RouteTable> tables,
      List<PolicyRule> rules,
      List<PacketTable> packetTables,
      List<Listener> listeners,
      List<Neighbour> neighbours,
      List<Unmodelled> unmodelled,
      Origin origin) {
    this(
        name,
        kernel,
        sysctls,
        interfaces,
        tables,
        rules,
        IptablesTool.of(kernel),
        packetTables,
        List.of(),
        listeners,
        neighbours,
        unmodelled,
        List.of(),
        origin);
  }

  public Optional<Interface> iface(String iface) {
    return interfaces.stream().filter(i -> i.name().equals(iface)).findFirst();
  }

  public Optional<RouteTable> table(String table) {
    return tables.stream().filter(t -> t.name().equals(table)).findFirst();
  }

  /**
   * Whether the policy rules are others than the kernel's three: then sources are checked in full,
   * and tables local and main are kept apart.
   *
   * <p>kernel: net/ipv4/fib_rules.c fib4_rule_configure(), fib_has_custom_rules
   */
  public boolean customRules() {
    return !words(rules).equals(words(KernelEntries.rules()));
  }

  /**
   * Whether the gateway of a next hop is an address of its own interface; then what is behind it is
   * on the link.
   *
   * <p>kernel: net/ipv4/route.c rt_set_nexthop(), nhc_scope is RT_SCOPE_HOST
   */
  public boolean endsAt(NextHop hop) {
    List<Route> local = table("local").map(RouteTable::routes).orElse(List.of());
    return !hop.onlink()
        && hop.gateway().isPresent()
        && local.stream()
            .filter(r -> r.type() == RouteType.LOCAL)
            .filter(r -> r.destination().contains(hop.gateway().get()))
            .anyMatch(r -> r.hops().stream().anyMatch(h -> h.dev().equals(hop.dev())));
  }

  private static List<String> words(List<PolicyRule> rules) {
    return rules.stream().map(r -> r.preference() + ": " + r.text()).toList();
  }

  /** All tables of packet rules, in the order in which they are loaded. */
  public List<RuleTable> ruleTables() {
    Stream<PacketTable> ordered =
        packetTables.stream().sorted(Comparator.comparing(PacketTable::name));
    return Stream.<RuleTable>concat(ordered, nftTables.stream()).toList();
  }

  /**
   * Whether the kernel tracks connections here: because a rule needs it, or where kernels do not
   * wait for that, because chains of type nat brought the module.
   */
  public boolean tracksConnections() {
    return ruleTables().stream().anyMatch(RuleTable::needsConntrack)
        || !kernel.has(Behaviours.CONNTRACK_ON_DEMAND)
            && ruleTables().stream()
                .flatMap(table -> table.baseChains(iptables).stream())
                .anyMatch(chain -> chain.type() == ChainType.NAT);
  }

  public Optional<PacketTable> packetTable(TableName table) {
    return packetTables.stream().filter(t -> t.name() == table).findFirst();
  }
}
