package org.hookline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Setting;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;

/**
 * The hosts of a fact as commands for the real tools, in the order in which an administrator would
 * type them. It shares nothing with the generated scripts, so that a mistake there cannot hide one
 * here.
 */
final class NativeScript {
  private static final String FORWARD = "net.ipv4.ip_forward";

  private NativeScript() {}

  /** A script a host. */
  static Map<String, String> of(Network network) {
    Map<String, String> scripts = new TreeMap<>();
    network.hosts().forEach(host -> scripts.put(host.name(), of(host)));
    return scripts;
  }

  private static String of(Host host) {
    List<String> lines = new ArrayList<>();
    lines.add("set -eu");
    for (Interface iface : host.interfaces()) {
      if (!iface.name().equals("lo")) {
        iface.addresses().forEach(a -> lines.add(address(iface, a.prefix().toString())));
      }
      lines.add("ip link set " + iface.name() + " up");
    }
    // net.ipv4.ip_forward resets all the others
    host.sysctls().get(FORWARD).ifPresent(s -> lines.add(sysctl(FORWARD, s)));
    host.sysctls().settings().entrySet().stream()
        .filter(s -> !s.getKey().equals(FORWARD))
        .forEach(s -> lines.add(sysctl(s.getKey(), s.getValue())));
    host.tables().forEach(table -> routes(table, lines));
    for (PolicyRule rule : host.rules()) {
      if (rule.origin().known()) {
        lines.add("ip rule add pref " + rule.preference() + " " + inNumbers(host, rule.text()));
      }
    }
    host.packetTables().forEach(table -> rules(table, lines));
    return String.join("\n", lines) + "\n";
  }

  private static String sysctl(String key, Setting setting) {
    return "sysctl -qw " + key + "=" + setting.value();
  }

  private static String address(Interface iface, String prefix) {
    return "ip addr add " + prefix + " dev " + iface.name();
  }

  private static void routes(RouteTable table, List<String> lines) {
    for (Route route : table.routes()) {
      if (!route.byKernel()) {
        lines.add("ip route append table " + table.id() + " " + route.text());
      }
    }
  }

  /** Tables by their numbers: a namespace knows no names. */
  private static String inNumbers(Host host, String text) {
    String numbered = text;
    for (RouteTable table : host.tables()) {
      numbered = numbered.replace("lookup " + table.name(), "lookup " + table.id());
    }
    return numbered;
  }

  private static void rules(PacketTable table, List<String> lines) {
    lines.add("iptables-restore <<'RULES'");
    lines.add("*" + table.name().word());
    for (Chain chain : table.chains()) {
      boolean builtIn = table.name().builtIn().contains(chain.name());
      String policy = !builtIn ? "-" : chain.policyDrop() ? "DROP" : "ACCEPT";
      lines.add(":" + chain.name() + " " + policy + " [0:0]");
    }
    for (Chain chain : table.chains()) {
      for (Rule rule : chain.rules()) {
        rule.iptables().forEach(line -> lines.add("-A " + chain.name() + " " + line));
      }
    }
    lines.add("COMMIT");
    lines.add("RULES");
  }
}
