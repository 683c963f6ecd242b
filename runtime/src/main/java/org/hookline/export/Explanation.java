package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;
import org.hookline.source.Origin;

/**
 * What a line of a text becomes on its host: the plain rules behind a policy, each in the words of
 * iptables and of nft, and what of the kernel they rest on.
 */
public final class Explanation {
  private final String file;
  private final int line;
  private final StringBuilder text = new StringBuilder();
  private final List<String> rests = new ArrayList<>();

  private Explanation(String file, int line) {
    this.file = file;
    this.line = line;
  }

  /**
   * The explanation; empty when nothing of the network begins on this line.
   *
   * @param file as origins call it
   */
  public static Optional<String> of(Network network, String file, int line) {
    Explanation explanation = new Explanation(file, line);
    network.hosts().forEach(explanation::host);
    return explanation.finished();
  }

  /** The lines of a file on which something begins that can be explained, in order. */
  public static List<Integer> lines(Network network, String file) {
    TreeSet<Integer> lines = new TreeSet<>();
    for (Host host : network.hosts()) {
      for (Origin origin : origins(host)) {
        if (origin.file().equals(file)) {
          lines.add(origin.line());
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<Origin> origins(Host host) {
    List<Origin> origins = new ArrayList<>();
    host.ruleTables().stream().flatMap(RuleTable::rules).forEach(r -> origins.add(r.origin()));
    host.rules().forEach(r -> origins.add(r.origin()));
    host.tables().stream()
        .flatMap(t -> t.routes().stream())
        .filter(r -> !r.byKernel())
        .forEach(r -> origins.add(r.origin()));
    host.sysctls().settings().values().forEach(s -> origins.add(s.origin()));
    host.interfaces().forEach(i -> origins.add(i.origin()));
    host.unmodelled().forEach(u -> origins.add(u.origin()));
    return origins;
  }

  private boolean here(Origin origin) {
    return origin.line() == line && origin.file().equals(file);
  }

  private void host(Host host) {
    for (RuleTable table : host.ruleTables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          if (here(rule.origin())) {
            packetRule(host, table, chain, rule);
          }
        }
      }
    }
    host.rules().stream().filter(r -> here(r.origin())).forEach(r -> policyRule(host, r));
    for (RouteTable table : host.tables()) {
      table.routes().stream().filter(r -> here(r.origin())).forEach(r -> route(host, table, r));
    }
    for (Interface iface : host.interfaces()) {
      if (here(iface.origin())) {
        iface(host, iface);
      }
    }
    host.sysctls()
        .settings()
        .forEach(
            (key, setting) -> {
              if (here(setting.origin())) {
                head(host, "sysctl");
                form("sysctl", "sysctl -w " + key + "=" + setting.value());
                rests.addAll(RestsOn.sysctl(host, key));
              }
            });
    host.unmodelled().stream()
        .filter(u -> here(u.origin()))
        .forEach(
            u -> {
              head(host, "not modelled");
              form("because", u.why());
            });
  }

  private void head(Host host, String what) {
    text.append(text.isEmpty() ? "" : "\n").append(host.name()).append(": ");
    text.append(what).append('\n');
  }

  /** One form of it, under its tool's name. */
  private void form(String tool, String words) {
    text.append(String.format("  %-9s %s%n", tool, words));
  }

  private void packetRule(Host host, RuleTable table, Chain chain, Rule rule) {
    int number = chain.rules().indexOf(rule) + 1;
    String place = table.title() + " " + chain.name();
    head(host, place + ", rule " + number + " of " + chain.rules().size());
    rule.policy().ifPresent(policy -> form("policy", policy));
    if (table instanceof PacketTable) {
      iptables(chain, rule);
    }
    form("nft", rule.nft());
    rests.addAll(RestsOn.packetRule(host, table, chain, rule));
  }

  private void iptables(Chain chain, Rule rule) {
    List<String> lines = rule.iptables();
    lines.forEach(l -> form("iptables", "-A " + chain.name() + " " + l));
    if (lines.isEmpty()) {
      form("iptables", "none: no packet of IPv4 matches");
    }
    rule.inexpressible().ifPresent(why -> form("", "but iptables cannot: a rule " + why));
  }

  private void policyRule(Host host, PolicyRule rule) {
    head(
        host,
        "policy rule, number " + (host.rules().indexOf(rule) + 1) + " of " + host.rules().size());
    form("ip", "ip rule add pref " + rule.preference() + " " + rule.text());
    rests.addAll(RestsOn.policyRule(host, rule));
  }

  private void route(Host host, RouteTable table, Route route) {
    if (!route.byKernel()) {
      head(host, "table " + table.name());
      form("ip", "ip route add " + route.text() + " table " + table.id());
    }
  }

  private void iface(Host host, Interface iface) {
    head(host, "interface " + iface.name());
    List<String> made = iface.kind().linkAdd();
    if (!made.isEmpty()) {
      form("ip", "ip link add " + iface.name() + " " + String.join(" ", made));
    }
    iface
        .addresses()
        .forEach(a -> form("ip", "ip address add " + a.text() + " dev " + iface.name()));
    iface
        .settings()
        .commands()
        .forEach(words -> form("ip", "ip link set dev " + iface.name() + " " + words));
    form("ip", "ip link set " + iface.name() + (iface.up() ? " up" : " down"));
    String own =
        host.tables().stream()
            .flatMap(t -> t.routes().stream())
            .filter(
                r -> r.byKernel() && r.hops().stream().anyMatch(h -> h.dev().equals(iface.name())))
            .map(Route::text)
            .collect(Collectors.joining("; "));
    if (!own.isEmpty()) {
      form("kernel", own);
    }
  }

  private Optional<String> finished() {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> once = rests.stream().distinct().toList();
    if (!once.isEmpty()) {
      text.append("\nIt rests on:\n");
      once.forEach(r -> text.append("  - ").append(r).append('\n'));
    }
    return Optional.of(text.toString());
  }
}
