package org.hookline.model.rule;

import java.util.Locale;

/** The places on a packet's way where the kernel calls base chains (kernel: enum nf_inet_hooks). */
public enum Hook {
  PREROUTING,
  INPUT,
  FORWARD,
  OUTPUT,
  POSTROUTING;

  /** As nft writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
