package org.hookline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hookline.model.Host;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;

/** A host with one part of it exchanged. */
final class HostBend {
  private HostBend() {}

  static Host sysctls(Host host, UnaryOperator<Map<String, Setting>> change) {
    Map<String, Setting> settings = change.apply(new TreeMap<>(host.sysctls().settings()));
    return host(
        host,
        new Sysctls(new TreeMap<>(settings)),
        host.tables(),
        host.rules(),
        host.packetTables());
  }

  /** Every written rule; the kernel's own stay. */
  static Host rules(Host host, UnaryOperator<PolicyRule> change) {
    List<PolicyRule> rules =
        host.rules().stream().map(r -> r.origin().known() ? change.apply(r) : r).toList();
    return host(host, host.sysctls(), host.tables(), rules, host.packetTables());
  }

  static Host ruleList(Host host, UnaryOperator<List<PolicyRule>> change) {
    List<PolicyRule> rules = change.apply(new ArrayList<>(host.rules()));
    return host(host, host.sysctls(), host.tables(), rules, host.packetTables());
  }

  /** Every written route; the kernel's own stay. */
  static Host routes(Host host, UnaryOperator<Route> change) {
    List<RouteTable> tables =
        host.tables().stream()
            .map(
                t ->
                    new RouteTable(
                        t.name(),
                        t.id(),
                        t.routes().stream().map(r -> r.byKernel() ? r : change.apply(r)).toList(),
                        t.origin()))
            .toList();
    return host(host, host.sysctls(), tables, host.rules(), host.packetTables());
  }

  static Host chains(Host host, UnaryOperator<Chain> change) {
    List<PacketTable> tables =
        host.packetTables().stream()
            .map(
                t ->
                    new PacketTable(t.name(), t.chains().stream().map(change).toList(), t.origin()))
            .toList();
    return host(host, host.sysctls(), host.tables(), host.rules(), tables);
  }

  static Host packetRules(Host host, UnaryOperator<Rule> change) {
    return chains(
        host,
        c ->
            new Chain(
                c.name(), c.policyDrop(), c.rules().stream().map(change).toList(), c.origin()));
  }

  private static Host host(
      Host host,
      Sysctls sysctls,
      List<RouteTable> tables,
      List<PolicyRule> rules,
      List<PacketTable> packetTables) {
    return new Host(
        host.name(),
        host.kernel(),
        sysctls,
        host.interfaces(),
        tables,
        rules,
        host.iptables(),
        packetTables,
        host.nftTables(),
        host.listeners(),
        host.neighbours(),
        host.unmodelled(),
        host.origin());
  }

  /** The tables of nft, in their order. */
  static Host nft(Host host, UnaryOperator<List<NftTable>> change) {
    return host(host, host.iptables(), change.apply(host.nftTables()));
  }

  static Host iptables(Host host, IptablesTool tool) {
    return host(host, tool, host.nftTables());
  }

  private static Host host(Host host, IptablesTool tool, List<NftTable> nftTables) {
    return new Host(
        host.name(),
        host.kernel(),
        host.sysctls(),
        host.interfaces(),
        host.tables(),
        host.rules(),
        tool,
        host.packetTables(),
        nftTables,
        host.listeners(),
        host.neighbours(),
        host.unmodelled(),
        host.origin());
  }
}
