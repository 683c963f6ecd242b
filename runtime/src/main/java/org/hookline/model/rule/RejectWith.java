package org.hookline.model.rule;

import java.util.Locale;

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

  private final int code;

  RejectWith(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** iptables' word: {@code icmp-port-unreachable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
