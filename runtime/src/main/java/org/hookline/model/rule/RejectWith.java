package org.hookline.model.rule;

import java.util.Locale;
import java.util.Map;
import org.hookline.addr.Malformed;

/** What {@code REJECT} answers, with ICMP type 3's code; -1 for a TCP reset. */
public enum RejectWith {
  ICMP_NET_UNREACHABLE(0),
  ICMP_HOST_UNREACHABLE(1),
  ICMP_PROTO_UNREACHABLE(2),
  ICMP_PORT_UNREACHABLE(3),
  ICMP_NET_PROHIBITED(9),
  ICMP_HOST_PROHIBITED(10),
  ICMP_ADMIN_PROHIBITED(13),
  TCP_RESET(-1);

  /** Short names that iptables takes too (extensions/libipt_REJECT.c). */
  private static final Map<String, RejectWith> SHORT =
      Map.of(
          "net-unreach", ICMP_NET_UNREACHABLE,
          "host-unreach", ICMP_HOST_UNREACHABLE,
          "proto-unreach", ICMP_PROTO_UNREACHABLE,
          "port-unreach", ICMP_PORT_UNREACHABLE,
          "net-prohib", ICMP_NET_PROHIBITED,
          "host-prohib", ICMP_HOST_PROHIBITED,
          "admin-prohib", ICMP_ADMIN_PROHIBITED,
          "tcp-rst", TCP_RESET);

  private final int code;

  RejectWith(int code) {
    this.code = code;
  }

  /**
   * Reads iptables' word.
   *
   * @throws Malformed {@code bad-reject-type}
   */
  public static RejectWith parse(String text) {
    for (RejectWith type : values()) {
      if (type.word().equals(text)) {
        return type;
      }
    }
    if (!SHORT.containsKey(text)) {
      throw new Malformed(
          "bad-reject-type",
          "'" + text + "' is not a way to reject",
          "such as icmp-port-unreachable, icmp-admin-prohibited, tcp-reset");
    }
    return SHORT.get(text);
  }

  public int code() {
    return code;
  }

  /** iptables' word: {@code icmp-port-unreachable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
