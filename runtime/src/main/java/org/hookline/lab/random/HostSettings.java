package org.hookline.lab.random;

import java.util.List;
import java.util.Map;

/** Sysctls of the host under test, and who listens on it. */
record HostSettings(Chance chance, Surroundings around) {
  private static final List<String> SWITCHES =
      List.of(
          "accept_local", "route_localnet", "send_redirects", "src_valid_mark", "bc_forwarding");

  void draw() {
    Map<String, Integer> values = around.host().sysctl();
    values.put("ipv4.ip_forward", chance.onceIn(12) ? 0 : 1);
    conf("all");
    around.devices().forEach(this::conf);
    for (String dev : around.unplugged()) {
      if (chance.onceIn(2)) {
        String scope = chance.any("all", dev);
        values.put("ipv4.conf." + scope + ".ignore_routes_with_linkdown", 1);
      }
    }
    rarely("ipv4.icmp_echo_ignore_all", 1);
    rarely("ipv4.icmp_errors_use_inbound_ifaddr", 1);
    rarely("ipv4.ip_nonlocal_bind", 1);
    rarely("ipv4.ip_default_ttl", 61);
    if (chance.onceIn(60)) {
      around.host().sysctl().put("ipv4.conf.all.bc_forwarding", 1);
      around
          .devices()
          .forEach(dev -> around.host().sysctl().put("ipv4.conf." + dev + ".bc_forwarding", 1));
    }
    rarely("ipv4.fwmark_reflect", 1);
    rarely("ipv4.tcp_fwmark_accept", 1);
    rarely("netfilter.nf_conntrack_tcp_loose", 0);
    rarely("netfilter.nf_conntrack_tcp_be_liberal", 1);
    listeners();
  }

  private void rarely(String key, int value) {
    if (chance.onceIn(12)) {
      around.host().sysctl().put(key, value);
    }
  }

  private void conf(String dev) {
    String scope = "ipv4.conf." + dev + ".";
    if (chance.onceIn(3)) {
      around.host().sysctl().put(scope + "rp_filter", chance.below(3));
    }
    for (String key : SWITCHES) {
      if (chance.onceIn(10)) {
        around.host().sysctl().put(scope + key, 1);
      }
    }
    if (!dev.equals("all") && chance.onceIn(20)) {
      around.host().sysctl().put(scope + "forwarding", chance.below(2));
    }
  }

  private void listeners() {
    if (chance.onceIn(3)) {
      return;
    }
    List<String> own = around.addresses().get("r");
    for (int i = chance.between(1, 4); i > 0; i--) {
      String address = chance.onceIn(3) ? chance.any("127.0.0.1", chance.any(own)) : "0.0.0.0";
      String protocol = chance.any("tcp", "udp");
      boolean plain = protocol.equals("udp") && chance.onceIn(3);
      int port = chance.any(Probing.PORTS);
      boolean taken =
          around.host().services().stream()
              .anyMatch(s -> s.protocol().equals(protocol) && s.port() == port);
      if (!taken) {
        around.host().services().add(new Space.Service(protocol, address, port, plain));
      }
    }
  }
}
