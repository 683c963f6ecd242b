package org.hookline.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;

/**
 * The sysctls that every namespace starts with: a fresh kernel's defaults where a new namespace
 * inherits the machine's, and settings that keep chance and other protocols out of observations. A
 * host's script runs later and has the last word.
 */
final class Baseline {
  private static final String REDIRECTS = ".send_redirects";

  /** {@code net.ipv4.conf.*} with the values of a freshly booted kernel. */
  private static final Map<String, String> FRESH =
      Map.ofEntries(
          Map.entry("accept_local", "0"),
          Map.entry("accept_source_route", "0"),
          Map.entry("arp_accept", "0"),
          Map.entry("arp_announce", "0"),
          Map.entry("arp_filter", "0"),
          Map.entry("arp_ignore", "0"),
          Map.entry("bc_forwarding", "0"),
          Map.entry("forwarding", "0"),
          Map.entry("ignore_routes_with_linkdown", "0"),
          Map.entry("log_martians", "0"),
          Map.entry("promote_secondaries", "0"),
          Map.entry("proxy_arp", "0"),
          Map.entry("route_localnet", "0"),
          Map.entry("rp_filter", "0"),
          Map.entry("send_redirects", "0"),
          Map.entry("src_valid_mark", "0"));

  /** What that changes for people who compare with a machine of their own. */
  static final List<String> SUBSTITUTIONS =
      List.of(
          "ICMP redirects are not followed, nor sent where the description does not mention"
              + " send_redirects",
          "ICMP errors are not rate-limited, and an unresolved neighbour fails after a tenth of a"
              + " second");

  private Baseline() {}

  /**
   * Behind a host's script: its defaults would let it send redirects, whose number depends on the
   * time. {@link AsWired} is the network without them.
   */
  static Map<String, String> afterScript(Host host) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean written =
        host.sysctls().settings().keySet().stream().anyMatch(k -> k.endsWith(REDIRECTS));
    if (!written) {
      values.put("net.ipv4.conf.all" + REDIRECTS, "0");
      for (Interface iface : host.interfaces()) {
        values.put("net.ipv4.conf." + iface.name().replace('.', '/') + REDIRECTS, "0");
      }
    }
    return values;
  }

  /** Of a device that exists: only the first namespace has defaults for those to come. */
  static Map<String, String> ofDevice(String device) {
    String neigh = "net.ipv4.neigh." + device.replace('.', '/') + ".";
    // an unresolved next hop is given up after a tenth of a second instead of three
    return Map.of(neigh + "retrans_time_ms", "30", neigh + "proxy_delay", "0");
  }

  /** Before any link exists, so that new interfaces inherit them. */
  static Map<String, String> sysctls() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String scope : List.of("all", "default")) {
      values.put("net.ipv6.conf." + scope + ".disable_ipv6", "1");
      FRESH.forEach((key, value) -> values.put("net.ipv4.conf." + scope + "." + key, value));
      // a learned redirect would change later routes of the sender
      values.put("net.ipv4.conf." + scope + ".accept_redirects", "0");
    }
    values.put("net.ipv4.icmp_ratelimit", "0");
    // else each error, though not limited, takes the tokens of route errors to the same address
    // (kernel: net/ipv4/inetpeer.c inet_peer_xrlim_allow(), net/ipv4/route.c ip_error())
    values.put("net.ipv4.icmp_ratemask", "0");
    values.put("net.ipv4.tcp_synack_retries", "0");
    values.put("net.bridge.bridge-nf-call-iptables", "0");
    values.put("net.bridge.bridge-nf-call-arptables", "0");
    values.put("net.bridge.bridge-nf-call-ip6tables", "0");
    return values;
  }
}
