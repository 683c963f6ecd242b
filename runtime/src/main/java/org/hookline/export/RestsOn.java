package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;

/** What of the kernel an element rests on, one sentence each, with its place. */
final class RestsOn {
  private RestsOn() {}

  static List<String> packetRule(Host host, RuleTable table, Chain chain, Rule rule) {
    List<String> rests = new ArrayList<>();
    Optional<BaseChain> base =
        table.baseChains(host.iptables()).stream().filter(b -> b.chain().equals(chain)).findFirst();
    base.ifPresent(b -> rests.add(called(b)));
    if (base.filter(b -> b.type() == ChainType.NAT).isPresent()) {
      rests.add(
          "a chain of type nat is asked for the first packet of a connection; later packets and"
              + " replies follow what it decided (net/netfilter/nf_nat_core.c nf_nat_inet_fn())");
    }
    if (base.filter(RestsOn::changesRouting).isPresent()) {
      rests.add(
          "a packet of this host is routed before OUTPUT, and again when OUTPUT changed its"
              + " addresses, mark or TOS (net/ipv4/netfilter.c ip_route_me_harder())");
      rests.add(asOf(host, Behaviours.REROUTE_ASKS_PORTS));
    }
    if (base.filter(b -> b.hook() == Hook.POSTROUTING).isPresent()) {
      rests.add("POSTROUTING comes behind routing: nothing it changes is routed again");
    }
    boolean tracks =
        rule.target().needsConntrack() || rule.matches().stream().anyMatch(m -> m.needsConntrack());
    if (tracks) {
      rests.add(
          "because of this rule the host tracks connections"
              + " (net/netfilter/nf_conntrack_proto.c nf_ct_netns_get())");
    }
    Stream.concat(
            rule.matches().stream().flatMap(m -> m.unmodelled().stream()),
            rule.target().unmodelled().stream())
        .forEach(why -> rests.add("not modelled: " + why + "; both outcomes are looked at"));
    return rests;
  }

  private static boolean changesRouting(BaseChain base) {
    return base.hook() == Hook.OUTPUT && base.type() != ChainType.FILTER;
  }

  private static String called(BaseChain base) {
    return "the kernel calls the chain at "
        + base.hook()
        + " with priority "
        + base.priority()
        + "; of equal priorities the chain that was loaded last comes first"
        + " (net/netfilter/core.c nf_hook_entries_grow())";
  }

  static List<String> policyRule(Host host, PolicyRule rule) {
    List<String> rests = new ArrayList<>();
    if (host.customRules()) {
      rests.add(
          "with a rule beside the kernel's three, sources are checked in full and local and main are"
              + " separate tables (net/ipv4/fib_rules.c fib4_rule_configure())");
    }
    boolean ports =
        rule.selector().ipproto().isPresent()
            || rule.selector().sport().isPresent()
            || rule.selector().dport().isPresent();
    if (ports) {
      rests.add(asOf(host, Behaviours.REROUTE_ASKS_PORTS));
    }
    rule.action()
        .lookedUp()
        .ifPresent(
            table ->
                rests.add(
                    "when table "
                        + table
                        + " has no route, the next rule is asked (net/core/fib_rules.c"
                        + " fib_rules_lookup())"));
    return rests;
  }

  static List<String> sysctl(Host host, String key) {
    if (!key.endsWith(".rp_filter")) {
      return List.of();
    }
    return List.of(
        "the larger of conf.all and the interface's own value holds"
            + " (include/linux/inetdevice.h IN_DEV_RPFILTER())",
        asOf(host, Behaviours.LOOSE_RP_FILTER));
  }

  /** What the host's kernel does or does not do. */
  private static String asOf(Host host, Behaviour behaviour) {
    String version =
        host.kernel().has(behaviour)
            ? behaviour.period()
            : "not in Linux " + host.kernel() + ", only " + behaviour.period();
    return behaviour.code()
        + ", "
        + version
        + ": "
        + behaviour.what()
        + " ("
        + behaviour.source()
        + ")";
  }
}
