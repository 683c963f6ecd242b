package org.hookline.packet;

/**
 * State of a packet as {@code -m conntrack --ctstate} and {@code ct state} see it; the ordinal is
 * the value of {@link Fields#CT_STATE}.
 *
 * <p>kernel: include/uapi/linux/netfilter/nf_conntrack_common.h enum ip_conntrack_info
 */
public enum CtState {
  /** Conntrack has not looked yet; reads as INVALID in a match before priority -200. */
  UNSEEN,

  /**
   * Not looked yet either, but a rule chose a zone: the packet carries a template, which iptables
   * takes for a new connection of no address.
   *
   * <p>kernel: net/netfilter/xt_CT.c xt_ct_target(), nft_ct.c nft_ct_set_zone_eval()
   */
  TEMPLATE,
  NEW,
  ESTABLISHED,
  RELATED,
  INVALID,
  UNTRACKED;

  /** Whether rules have a word for it. */
  public boolean hasWord() {
    return this != UNSEEN && this != TEMPLATE;
  }

  public long value() {
    return ordinal();
  }
}
