package org.hookline.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is read of a host: one file each, in the directory of the host, as the command printed it. A
 * file's name may have an extension ({@code .txt}, {@code .json}) and words joined by {@code -} or
 * {@code _}; whether it is plain text or the output of {@code ip -j} is seen from its content.
 */
public enum DumpKind {
  IPTABLES("iptables-save", "iptables-save", "there are no IPv4 packet rules", "iptables"),
  IP6TABLES("ip6tables-save", "ip6tables-save", "there are no IPv6 packet rules", "ip6tables"),
  NFT("nft-ruleset", "nft list ruleset", "", "nft", "nft-list-ruleset"),
  EBTABLES("ebtables-save", "ebtables-save", "", "ebtables"),
  ARPTABLES("arptables-save", "arptables-save", "", "arptables"),
  RULES("ip-rule", "ip rule", "the kernel's three policy rules, and no others", "rule", "rules"),
  RULES6(
      "ip-6-rule",
      "ip -6 rule",
      "IPv6 has the kernel's own policy rules, and no others",
      "ip-rule-6",
      "ip-rule6",
      "rule6",
      "rules6"),
  ROUTES(
      "ip-route",
      "ip route show table all",
      "only what the kernel makes of the addresses is in the routing tables",
      "route",
      "routes",
      "ip-route-show-table-all"),
  ADDRESSES("ip-addr", "ip addr", "no interface but lo has an address", "addr", "ip-address"),
  LINKS(
      "ip-link",
      "ip -d link",
      "kinds of interfaces are taken from their names in ip-addr",
      "link",
      "ip-d-link"),
  BRIDGE_PORTS("bridge-link", "bridge link", "ports of bridges are taken from ip-link"),
  BRIDGE_VLANS(
      "bridge-vlan",
      "bridge vlan",
      "ports of bridges are in the usual VLAN, and in no other",
      "bridge-vlan-show"),
  BRIDGE_TABLE("bridge-fdb", "bridge fdb", "bridges have learned nothing yet"),
  NEIGHBOURS("ip-neigh", "ip neigh", "there are no permanent neighbours", "neigh"),
  SYSCTLS("sysctl", "sysctl -a", "the kernel's defaults", "sysctl-a"),
  LISTENERS("ss", "ss -Hlntu", "nothing listens", "ss-lntu", "listen"),
  TABLE_NAMES("rt_tables", "cat /etc/iproute2/rt_tables", "", "rt-tables"),
  KERNEL("uname", "uname -r", "the newest kernel that predictions were measured on", "uname-r");

  private final String file;
  private final String command;
  private final String assumption;
  private final List<String> names;

  DumpKind(String file, String command, String assumption, String... others) {
    this.file = file;
    this.command = command;
    this.assumption = assumption;
    this.names = Arrays.asList(others);
  }

  /** The name that the snapshot script gives the file. */
  public String file() {
    return file;
  }

  /** What prints it. */
  public String command() {
    return command;
  }

  /** What is assumed when the file is missing; empty when nobody misses it. */
  public String assumption() {
    return assumption;
  }

  /** The kind that a file name stands for. */
  public static Optional<DumpKind> of(String fileName) {
    String stem =
        fileName
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.(txt|json|out|dump|v4|conf|rules)$", "")
            .replaceAll("[ _]", "-");
    return Arrays.stream(values())
        .filter(k -> k.file.equals(stem) || k.names.contains(stem))
        .findFirst();
  }
}
