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

  /** {@code 1 interface}, {@code 3 interfaces}. */
  String counted(int number) {
    String many = toString();
    String one = equals(ADDRESSES) ? "address" : many.substring(0, many.length() - 1);
    return number + " " + (number == 1 ? one : many);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
