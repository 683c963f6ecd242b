package org.hookline.emit;

import java.util.Locale;

/** Whose words the tables raw, mangle, nat, filter and security are written in. */
public enum Backend {
  /** {@code iptables-restore}, of whichever kind the host has. */
  IPTABLES,
  /** {@code nft -f}: the same chains at the same hooks and priorities, without iptables. */
  NFTABLES;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
