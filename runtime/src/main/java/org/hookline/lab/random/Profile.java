package org.hookline.lab.random;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What random cases are mostly about. */
public enum Profile {
  /** Policy rules, tables, routes of all types, settings; hardly any packet rules. */
  ROUTING,
  /** Packet rules of filter, mangle and raw; some routing. */
  FILTER,
  /** Translations of all kinds. */
  NAT,
  /** What the host itself sends, with marks and devices. */
  LOCAL_OUTPUT,
  /** Everything at once. */
  MIXED;

  /** In lower case, with a hyphen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Profile> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
  }
}
