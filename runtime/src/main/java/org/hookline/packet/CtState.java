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
  NEW,
  ESTABLISHED,
  RELATED,
  INVALID,
  UNTRACKED;

  public long value() {
    return ordinal();
  }
}
