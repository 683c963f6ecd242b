package org.hookline.addr;

import java.util.ArrayList;
import java.util.List;

/** Addresses from {@code first} to {@code last}, both included, of one family, never empty. */
public record AddressRange(Address first, Address last) {

  public AddressRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException(first + "-" + last);
    }
  }

  /**
   * Reads an address, a prefix (host bits ignored) or {@code first-last}.
   *
   * @throws Malformed {@code bad-address}, {@code bad-prefix-length} or {@code bad-range}
   */
  public static AddressRange parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Prefix.parse(text).range();
    }
    Address first = Address.parse(text.substring(0, dash));
    Address last = Address.parse(text.substring(dash + 1));
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new Malformed(
          "bad-range",
          "'" + text + "' is not a range",
          "the lower address first, of the same family");
    }
    return new AddressRange(first, last);
  }

  public boolean contains(Address address) {
    return address.family() == first.family()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  /** The fewest prefixes that cover exactly this range, in order. */
  public List<Prefix> prefixes() {
    List<Prefix> prefixes = new ArrayList<>();
    Address from = first;
    while (true) {
      Prefix widest = widestFrom(from);
      prefixes.add(widest);
      if (widest.last().equals(last)) {
        return prefixes;
      }
      from = widest.last().plus(1);
    }
  }

  private Prefix widestFrom(Address from) {
    Prefix prefix = Prefix.host(from);
    for (int length = prefix.length() - 1; length >= 0; length--) {
      Prefix wider = new Prefix(from, length);
      if (!wider.isNetwork() || wider.last().compareTo(last) > 0) {
        break;
      }
      prefix = wider;
    }
    return prefix;
  }

  /** A single address prints bare; a range that is one prefix prints as CIDR; else first-last. */
  @Override
  public String toString() {
    if (first.equals(last)) {
      return first.toString();
    }
    int free = first.value().xor(last.value()).bitLength();
    Prefix prefix = new Prefix(first, first.family().bits() - free);
    return prefix.first().equals(first) && prefix.last().equals(last)
        ? prefix.toString()
        : first + "-" + last;
  }
}
