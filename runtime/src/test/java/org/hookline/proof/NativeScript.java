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
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.NftTable.Family;
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
    String restore =
        host.iptables() == IptablesTool.LEGACY ? "iptables-legacy-restore" : "iptables-restore";
    host.packetTables().forEach(table -> rules(restore, table, lines));
    host.nftTables().forEach(table -> nft(table, lines));
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

  private static void rules(String restore, PacketTable table, List<String> lines) {
    lines.add(restore + " <<'RULES'");
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

  private static void nft(NftTable table, List<String> lines) {
    lines.add("nft -f - <<'RULES'");
    lines.add("table " + table.family().word() + " " + table.name() + " {");
    for (NftTable.NftChain chain : table.contents()) {
      lines.add(" chain " + chain.chain().name() + " {");
      String policy = chain.chain().policyDrop() ? " policy drop;" : "";
      chain
          .base()
          .ifPresent(
              b ->
                  lines.add(
                      "  type "
                          + b.type().word()
                          + " hook "
                          + b.hook().word()
                          + " priority "
                          + b.priority()
                          + ";"
                          + policy));
      chain.chain().rules().forEach(rule -> lines.add("  " + nft(table, rule)));
      lines.add(" }");
    }
    lines.add("}");
    lines.add("RULES");
  }

  /** nft says whose address it is, and knows an interface only by its name in quotes. */
  private static String nft(NftTable table, Rule rule) {
    return rule.nft()
        .replaceAll("\\b([sd]addr) ", "ip $1 ")
        .replaceAll("\\b([io]if) (\\S+)", "$1name \"$2\"")
        .replaceAll("\\b([sd]nat) to", table.family() == Family.INET ? "$1 ip to" : "$1 to")
        .replace("reject with icmp-port", "reject with icmp type port")
        .replace("reject with tcp-reset", "reject with tcp reset");
  }
}
