package org.hookline.addr;

/**
 * An address with a prefix length: a subnet ({@code 10.8.0.0/16}), or an interface's address with
 * its subnet ({@code 10.8.10.1/24}, host bits kept).
 *
 * @param length 0 … 32 or 0 … 128
 */
public record Prefix(Address address, int length) implements Comparable<Prefix> {

  /** Everything in a family: {@code default} of a routing table. */
  public static Prefix all(Family family) {
    return new Prefix(new Address(family, 0, 0), 0);
  }

  /** A single address as a prefix of full length. */
  public static Prefix host(Address address) {
    return new Prefix(address, address.family().bits());
  }

  /**
   * Reads {@code 10.8.10.1/24}; a bare address has full length.
   *
   * @throws Malformed {@code bad-address} or {@code bad-prefix-length}
   */
  public static Prefix parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return host(Address.parse(text));
    }
    Address address = Address.parse(text.substring(0, slash));
    String digits = text.substring(slash + 1);
    int bits = address.family().bits();
    int length = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    if (length < 0 || length > bits) {
      throw new Malformed(
          "bad-prefix-length",
          "'" + digits + "' is not a prefix length of " + address,
          "a number from 0 to " + bits);
    }
    return new Prefix(address, length);
  }

  public Family family() {
    return address.family();
  }

  /** The same prefix with the host bits cleared. */
  public Prefix network() {
    return new Prefix(first(), length);
  }

  /** Whether all host bits are zero, as a route's destination demands. */
  public boolean isNetwork() {
    return address.equals(first());
  }

  public boolean contains(Address other) {
    return other.family() == family()
        && first().compareTo(other) <= 0
        && other.compareTo(last()) <= 0;
  }

  public boolean contains(Prefix other) {
    return other.length >= length && contains(other.address);
  }

  public Address first() {
    return new Address(family(), address.high() & ~hostHigh(), address.low() & ~hostLow());
  }

  /** The last address; for an IPv4 subnet of length 30 or less, the broadcast address. */
  public Address last() {
    return new Address(family(), address.high() | hostHigh(), address.low() | hostLow());
  }

  /** The host bits among the upper 64. */
  private long hostHigh() {
    return ones(family().bits() - length - Long.SIZE);
  }

  /** The host bits among the lower 64. */
  private long hostLow() {
    return ones(family().bits() - length);
  }

  private static long ones(int count) {
    return count <= 0 ? 0 : count >= Long.SIZE ? -1 : (1L << count) - 1;
  }

  public AddressRange range() {
    return new AddressRange(first(), last());
  }

  /** By address, then the shorter first. */
  @Override
  public int compareTo(Prefix other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
  }

  /** A prefix of full length prints as the bare address, as iproute2 does. */
  @Override
  public String toString() {
    return length == family().bits() ? address.toString() : address + "/" + length;
  }
}
