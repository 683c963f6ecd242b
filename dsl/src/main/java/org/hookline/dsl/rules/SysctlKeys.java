package org.hookline.dsl.rules;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sysctls that a packet's path, or a script that sets it up, depends on. */
public final class SysctlKeys {
  private static final Kind SWITCH = new Kind("[01]", "0 or 1");
  private static final Kind MODE = new Kind("[012]", "0, 1 or 2");
  private static final Kind NUMBER = new Kind("[0-9]{1,9}", "a number");
  private static final Kind RANGE = new Kind("[0-9]{1,5} [0-9]{1,5}", "two ports: \"32768 60999\"");

  private static final Pattern CONF =
      Pattern.compile("net\\.(ipv[46])\\.conf\\.([^.]+)\\.([a-z_]+)");

  /** kernel: Documentation/networking/ip-sysctl.rst */
  private static final Map<String, Kind> PER_INTERFACE =
      Map.ofEntries(
          Map.entry("accept_local", SWITCH),
          Map.entry("accept_redirects", SWITCH),
          Map.entry("accept_source_route", SWITCH),
          Map.entry("arp_accept", MODE),
          Map.entry("arp_announce", MODE),
          Map.entry("arp_filter", SWITCH),
          Map.entry("arp_ignore", new Kind("[0-8]", "0 to 8")),
          Map.entry("bc_forwarding", SWITCH),
          Map.entry("disable_ipv6", SWITCH),
          Map.entry("forwarding", SWITCH),
          Map.entry("ignore_routes_with_linkdown", SWITCH),
          Map.entry("log_martians", SWITCH),
          Map.entry("promote_secondaries", SWITCH),
          Map.entry("proxy_arp", SWITCH),
          Map.entry("proxy_arp_pvlan", SWITCH),
          Map.entry("route_localnet", SWITCH),
          Map.entry("rp_filter", MODE),
          Map.entry("secure_redirects", SWITCH),
          Map.entry("send_redirects", SWITCH),
          Map.entry("shared_media", SWITCH),
          Map.entry("src_valid_mark", SWITCH));

  private static final Map<String, Kind> GLOBAL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("net.ipv4.ip_forward", SWITCH),
              Map.entry("net.ipv6.conf.all.forwarding", SWITCH),
              Map.entry("net.ipv4.ip_default_ttl", new Kind("[0-9]{1,3}", "1 to 255")),
              Map.entry("net.ipv4.ip_local_port_range", RANGE),
              Map.entry("net.ipv4.ip_nonlocal_bind", SWITCH),
              Map.entry("net.ipv4.ip_early_demux", SWITCH),
              Map.entry("net.ipv4.fwmark_reflect", SWITCH),
              Map.entry("net.ipv4.icmp_errors_use_inbound_ifaddr", SWITCH),
              Map.entry("net.ipv4.tcp_fwmark_accept", SWITCH),
              Map.entry("net.ipv4.tcp_l3mdev_accept", SWITCH),
              Map.entry("net.ipv4.fib_multipath_hash_policy", new Kind("[0-3]", "0 to 3")),
              Map.entry("net.ipv4.fib_multipath_use_neigh", SWITCH),
              Map.entry("net.ipv4.icmp_echo_ignore_all", SWITCH),
              Map.entry("net.ipv4.icmp_echo_ignore_broadcasts", SWITCH),
              Map.entry("net.ipv4.icmp_ratelimit", NUMBER),
              Map.entry("net.ipv4.tcp_syn_retries", NUMBER),
              Map.entry("net.ipv4.tcp_syn_linear_timeouts", NUMBER),
              Map.entry("net.ipv4.tcp_synack_retries", NUMBER),
              Map.entry("net.ipv4.tcp_syncookies", MODE),
              Map.entry("net.ipv4.tcp_timestamps", MODE),
              Map.entry("net.ipv4.tcp_tw_reuse", MODE),
              Map.entry("net.bridge.bridge-nf-call-iptables", SWITCH),
              Map.entry("net.bridge.bridge-nf-call-ip6tables", SWITCH),
              Map.entry("net.bridge.bridge-nf-call-arptables", SWITCH),
              Map.entry("net.bridge.bridge-nf-filter-vlan-tagged", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_max", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_acct", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_checksum", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_helper", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_tcp_be_liberal", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_tcp_loose", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_tcp_no_window_check", SWITCH),
              Map.entry("net.netfilter.nf_conntrack_generic_timeout", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_icmp_timeout", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_tcp_timeout_close", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_tcp_timeout_established", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_tcp_timeout_syn_sent", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_tcp_timeout_time_wait", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_udp_timeout", NUMBER),
              Map.entry("net.netfilter.nf_conntrack_udp_timeout_stream", NUMBER)));

  private SysctlKeys() {}

  /** What values a sysctl takes. */
  public record Kind(String pattern, String right) {
    public boolean takes(String value) {
      return value.matches(pattern);
    }
  }

  /** What values a sysctl takes, by its full name; empty for one that is not known. */
  public static Optional<Kind> of(String key) {
    Matcher conf = CONF.matcher(key);
    return conf.matches() && PER_INTERFACE.containsKey(conf.group(3))
        ? Optional.of(PER_INTERFACE.get(conf.group(3)))
        : Optional.ofNullable(GLOBAL.get(key));
  }

  /** The interface of a per-interface sysctl, a slash in it being a dot. */
  static Optional<String> iface(String key) {
    Matcher conf = CONF.matcher(key);
    return conf.matches() ? Optional.of(conf.group(2).replace('/', '.')) : Optional.empty();
  }

  /** Names to suggest. */
  public static Stream<String> names() {
    return Stream.concat(
        GLOBAL.keySet().stream(),
        PER_INTERFACE.keySet().stream().sorted().map(key -> "net.ipv4.conf.all." + key));
  }
}
