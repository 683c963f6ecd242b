package org.hookline.model.rule;

import java.util.Locale;

/** The two programs that are called iptables. */
public enum IptablesTool {
  /** Writes tables of nftables; since iptables 1.8 what distributions install. */
  NFT,
  /** Writes tables of the kernel's older ip_tables. */
  LEGACY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
