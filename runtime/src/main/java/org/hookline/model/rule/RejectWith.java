package org.hookline.model.rule;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Family;
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

  /**
   * nft's words where packets of one family or of both are rejected; empty if it has none.
   *
   * <p>kernel: net/netfilter/nft_reject.c nft_reject_icmp_code(), nft_reject_icmpv6_code()
   */
  public Optional<String> nft(NftPlace place) {
    if (this == TCP_RESET) {
      return Optional.of("reject with tcp reset");
    }
    if (place.families().equals(Set.of(Family.IPV4))) {
      return Optional.of("reject with icmp type " + word4());
    }
    boolean both = place.families().size() > 1;
    String word = both ? "reject with icmpx type " : "reject with icmpv6 type ";
    return switch (this) {
      case ICMP_NET_UNREACHABLE -> Optional.of(word + "no-route");
      case ICMP_HOST_UNREACHABLE ->
          Optional.of(word + (both ? "host-unreachable" : "addr-unreachable"));
      case ICMP_PORT_UNREACHABLE -> Optional.of(word + "port-unreachable");
      case ICMP_ADMIN_PROHIBITED -> Optional.of(word + "admin-prohibited");
      default -> both ? Optional.of("reject with icmp type " + word4()) : Optional.empty();
    };
  }

  /** What iptables or ip6tables calls it; empty where IPv6 has no such message. */
  public Optional<String> iptables(Family family) {
    if (family == Family.IPV4 || this == TCP_RESET) {
      return Optional.of(word());
    }
    return switch (this) {
      case ICMP_NET_UNREACHABLE -> Optional.of("icmp6-no-route");
      case ICMP_HOST_UNREACHABLE -> Optional.of("icmp6-addr-unreachable");
      case ICMP_PORT_UNREACHABLE -> Optional.of("icmp6-port-unreachable");
      case ICMP_ADMIN_PROHIBITED -> Optional.of("icmp6-adm-prohibited");
      default -> Optional.empty();
    };
  }

  /** nft: src/datatype.c icmp_code_tbl */
  private String word4() {
    return word().replace("icmp-proto-", "icmp-prot-").substring("icmp-".length());
  }

  /** iptables' word: {@code icmp-port-unreachable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
