package org.hookline.importer;

import java.util.Locale;

/** What an import counts. */
public enum Counted {
  INTERFACES,
  ADDRESSES,
  ROUTES,
  POLICY_RULES,
  CHAINS,
  PACKET_RULES,
  SYSCTLS,
  NEIGHBOURS,
  LISTENERS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
