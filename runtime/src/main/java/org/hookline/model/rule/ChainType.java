package org.hookline.model.rule;

import java.util.Locale;

/**
 * What the kernel does around a base chain.
 *
 * <p>kernel: net/netfilter/nft_chain_filter.c, nft_chain_nat.c, nft_chain_route.c
 */
public enum ChainType {
  /** Nothing. */
  FILTER,
  /** Asks it for the first packet of a connection only. */
  NAT,
  /** Looks for another route when it changed addresses, mark or tos. */
  ROUTE;

  /** As nft writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
