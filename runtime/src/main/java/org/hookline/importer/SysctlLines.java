package org.hookline.importer;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;

/**
 * The output of {@code sysctl -a}: the names that decide where packets go, as far as their values
 * are not a fresh kernel's.
 */
final class SysctlLines {
  private static final Pattern DECIDES =
      Pattern.compile(
          String.join(
              "|",
              "net\\.ipv4\\.(ip_forward|ip_nonlocal_bind|ip_default_ttl|ip_early_demux)",
              "net\\.ipv4\\.(icmp_echo_ignore_all|icmp_echo_ignore_broadcasts)",
              "net\\.ipv4\\.(icmp_errors_use_inbound_ifaddr|icmp_ratelimit)",
              "net\\.ipv4\\.(fwmark_reflect|tcp_fwmark_accept|tcp_l3mdev_accept)",
              "net\\.ipv4\\.(tcp_syn_retries|fib_multipath_hash_policy|fib_multipath_use_neigh)",
              "net\\.ipv4\\.conf\\.(?!default\\.).+\\.(rp_filter|accept_local|route_localnet)",
              "net\\.ipv4\\.conf\\.(?!default\\.).+\\.(src_valid_mark|send_redirects|forwarding)",
              "net\\.ipv4\\.conf\\.(?!default\\.).+\\.(accept_redirects|arp_ignore|arp_announce)",
              "net\\.ipv4\\.conf\\.(?!default\\.).+\\.(proxy_arp|arp_filter|bc_forwarding)",
              "net\\.ipv4\\.conf\\.(?!default\\.).+\\.(ignore_routes_with_linkdown|shared_media)",
              "net\\.netfilter\\.nf_conntrack_tcp_(loose|be_liberal|no_window_check)",
              "net\\.bridge\\.bridge-nf-call-(ip|ip6|arp)tables"));

  private SysctlLines() {}

  static Sysctls read(Dump dump, Findings findings) {
    SortedMap<String, Setting> all = new TreeMap<>();
    for (Dump.Line line : dump.lines()) {
      int equals = line.text().indexOf('=');
      if (equals > 0) {
        String name = line.text().substring(0, equals).strip();
        String value = line.text().substring(equals + 1).strip();
        if (DECIDES.matcher(name).matches()) {
          take(name, value, line, all, findings);
        }
      } else if (!line.text().isBlank() && !line.text().startsWith("sysctl:")) {
        findings.unmodelled(line.text(), "no NAME = VALUE", line.origin());
      }
    }
    Sysctls everything = new Sysctls(all);
    all.entrySet().removeIf(e -> isUsual(e.getKey(), everything));
    return new Sysctls(all);
  }

  private static void take(
      String name,
      String value,
      Dump.Line line,
      SortedMap<String, Setting> into,
      Findings findings) {
    if (value.matches("-?[0-9]{1,9}")) {
      into.put(name, new Setting(value, line.origin()));
      findings.count(Counted.SYSCTLS);
    } else {
      findings.unmodelled(line.text(), "the value is not a number", line.origin());
    }
  }

  /** What a host without this line would have anyway. */
  private static boolean isUsual(String name, Sysctls all) {
    if (name.matches("net\\.ipv4\\.conf\\..*\\.forwarding")) {
      return all.number(name) == all.number("net.ipv4.ip_forward");
    }
    return all.number(name) == Sysctls.NONE.number(name);
  }
}
