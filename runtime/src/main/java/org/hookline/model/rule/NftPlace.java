package org.hookline.model.rule;

import java.util.Set;
import org.hookline.addr.Family;

/**
 * Where a rule of nft stands.
 *
 * @param families of the packets that its table sees, in order
 * @param hooks from which its chain is reached, by iptables' names
 */
public record NftPlace(Set<Family> families, Set<String> hooks) {

  /** nft's word for a family's header: {@code ip} or {@code ip6}. */
  public static String word(Family family) {
    return family == Family.IPV4 ? "ip" : "ip6";
  }

  /** The match for packets of one family; empty where there are no others. */
  public String only(Family family) {
    return families.size() == 1 ? "" : "meta nfproto " + (family == Family.IPV4 ? "ipv4" : "ipv6");
  }

  /** {@code ip}, or nothing: how a target says whose address it has. */
  public String ofAddress(Family family) {
    return families.size() == 1 ? "" : word(family) + " ";
  }
}
