package org.hookline.emit.sysctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.source.Origin;

/**
 * The sysctls of a host: all that somebody wrote, and the kernel's defaults of all others that a
 * prediction rests on. A new network namespace may begin with other values than a new kernel.
 */
public final class Settings {
  private static final String FORWARD = "net.ipv4.ip_forward";
  private static final String CONF = "net.ipv4.conf.";

  /**
   * Of the host. The answers of its own kernel carry no mark, begin with this TTL, and are given to
   * every echo request.
   */
  private static final List<String> HOST =
      List.of(
          "net.ipv4.fwmark_reflect",
          "net.ipv4.icmp_echo_ignore_all",
          "net.ipv4.ip_default_ttl",
          "net.ipv4.tcp_fwmark_accept");

  /** Of {@code all}, {@code default} and each interface. */
  private static final List<String> INTERFACE =
      List.of(
          "accept_local",
          "arp_announce",
          "arp_filter",
          "arp_ignore",
          "proxy_arp",
          "route_localnet",
          "rp_filter",
          "send_redirects",
          "src_valid_mark");

  private final Sysctls sysctls;
  private final Map<String, Line> first = new LinkedHashMap<>();
  private final Map<String, Line> interfaces = new LinkedHashMap<>();
  private final Map<String, Line> netfilter = new LinkedHashMap<>();

  private Settings(Sysctls sysctls) {
    this.sysctls = sysctls;
  }

  public static SysctlFiles of(Host host) {
    Settings settings = new Settings(host.sysctls());
    settings.host();
    host.interfaces().forEach(settings::iface);
    if (host.tracksConnections()) {
      settings.put(settings.netfilter, "net.netfilter.nf_conntrack_tcp_loose");
    }
    settings.others();
    return new SysctlFiles(
        List.copyOf(settings.first.values()),
        List.copyOf(settings.interfaces.values()),
        List.copyOf(settings.netfilter.values()));
  }

  /**
   * {@code ip_forward} stands first: a new value resets {@code forwarding} and {@code
   * accept_redirects} of all interfaces.
   *
   * <p>kernel: net/ipv4/devinet.c inet_forward_change()
   */
  private void host() {
    put(first, FORWARD);
    HOST.forEach(key -> put(first, key));
    for (String conf : List.of("all", "default")) {
      INTERFACE.forEach(key -> put(first, CONF + conf + "." + key));
    }
    put(first, CONF + "default.forwarding", String.valueOf(sysctls.number(FORWARD)));
  }

  private void iface(Interface iface) {
    String conf = CONF + iface.name().replace('.', '/') + ".";
    INTERFACE.forEach(key -> put(interfaces, conf + key));
    put(interfaces, conf + "forwarding", sysctls.forwards(iface.name()) ? "1" : "0");
  }

  /** What was written and is not among the known ones. */
  private void others() {
    sysctls
        .settings()
        .keySet()
        .forEach(
            key -> {
              if (!first.containsKey(key)) {
                put(stage(key), key);
              }
            });
  }

  private Map<String, Line> stage(String key) {
    if (key.matches("net\\.(ipv[46]\\.(conf|neigh)|mpls\\.conf)\\..+")) {
      return key.matches(".*\\.(all|default)\\.[^.]+") ? first : interfaces;
    }
    return key.matches("net\\.(netfilter|bridge|nf_).*") ? netfilter : first;
  }

  private void put(Map<String, Line> stage, String key) {
    String value =
        sysctls.get(key).map(Setting::value).orElseGet(() -> String.valueOf(sysctls.number(key)));
    put(stage, key, value);
  }

  private void put(Map<String, Line> stage, String key, String value) {
    Origin origin = sysctls.get(key).map(Setting::origin).orElse(Origin.NONE);
    stage.putIfAbsent(key, new Line(key + " = " + value, origin));
  }
}
