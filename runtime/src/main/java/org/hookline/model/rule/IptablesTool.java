package org.hookline.model.rule;

import java.util.Locale;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;

/** The two programs that are called iptables. */
public enum IptablesTool {
  /** Writes tables of nftables; since iptables 1.8 what distributions install. */
  NFT,
  /** Writes tables of the kernel's older ip_tables. */
  LEGACY;

  /** What is installed beside a kernel: the newer one where the kernel has nftables. */
  public static IptablesTool of(KernelProfile kernel) {
    return kernel.has(Behaviours.TABLES_OF_NFT) ? NFT : LEGACY;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
