package org.hookline.model.rule.target;

import java.util.Locale;

/** How the kernel chooses among what a NAT target allows (kernel: NF_NAT_RANGE_*). */
public enum NatFlag {
  /** The port is drawn; neither an earlier mapping nor the original port is kept. */
  RANDOM,
  /** As {@link #RANDOM}, with a better generator. */
  RANDOM_FULLY,
  /** A client gets the same address of a range for every destination. */
  PERSISTENT;

  /** iptables' option: {@code --random-fully}. */
  public String option() {
    return "--" + word();
  }

  /** nft's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
