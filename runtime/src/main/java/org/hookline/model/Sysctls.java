package org.hookline.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sysctls that a host's text sets, by full name ({@code net.ipv4.ip_forward}); what is not set
 * has the kernel's default.
 */
public record Sysctls(SortedMap<String, Setting> settings) {

  /** Values of a fresh kernel for the names that predictions rest on. */
  private static final Map<String, Integer> DEFAULTS =
      Map.of(
          "net.ipv4.tcp_syn_retries", 6,
          "net.ipv4.ip_default_ttl", 64,
          "net.netfilter.nf_conntrack_tcp_loose", 1);

  /** Switches of an interface that are on in a fresh kernel. */
  private static final Set<String> SWITCHED_ON =
      Set.of("send_redirects", "accept_redirects", "shared_media");

  public static final Sysctls NONE = new Sysctls(new TreeMap<>());

  public Sysctls {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  public Optional<Setting> get(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The number that is in force. */
  public int number(String name) {
    Setting setting = settings.get(name);
    return setting == null ? fresh(name) : Integer.parseInt(setting.value());
  }

  /** Of packets that the host makes, unless their socket says another. */
  public int timeToLive() {
    return number("net.ipv4.ip_default_ttl");
  }

  private static int fresh(String name) {
    boolean switchedOn =
        name.startsWith("net.ipv4.conf.")
            && SWITCHED_ON.contains(name.substring(name.lastIndexOf('.') + 1));
    return switchedOn ? 1 : DEFAULTS.getOrDefault(name, 0);
  }

  /**
   * A per-interface switch that combines as maximum of {@code all} and the interface.
   *
   * <p>kernel: include/linux/inetdevice.h IN_DEV_MAXCONF(), used by IN_DEV_RPFILTER()
   */
  public int maximum(String key, String iface) {
    return Math.max(conf(key, "all"), conf(key, iface));
  }

  /** kernel: include/linux/inetdevice.h IN_DEV_ORCONF() */
  public boolean either(String key, String iface) {
    return conf(key, "all") != 0 || conf(key, iface) != 0;
  }

  /** kernel: include/linux/inetdevice.h IN_DEV_ANDCONF() */
  public boolean both(String key, String iface) {
    return conf(key, "all") != 0 && conf(key, iface) != 0;
  }

  /** {@code net.ipv4.conf.IFACE.KEY}; a dot in an interface name is written as a slash. */
  private int conf(String key, String iface) {
    return number("net.ipv4.conf." + iface.replace('.', '/') + "." + key);
  }

  /**
   * Whether packets that come in by this interface are forwarded; writing {@code ip_forward} sets
   * {@code conf.*.forwarding} of all interfaces.
   *
   * <p>kernel: net/ipv4/devinet.c inet_forward_change()
   */
  public boolean forwards(String iface) {
    String own = "net.ipv4.conf." + iface.replace('.', '/') + ".forwarding";
    return settings.containsKey(own) ? number(own) != 0 : number("net.ipv4.ip_forward") != 0;
  }
}
