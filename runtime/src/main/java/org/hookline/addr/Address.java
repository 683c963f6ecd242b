package org.hookline.addr;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.math.BigInteger;

/**
 * One IPv4 or IPv6 address.
 *
 * @param high upper 64 bits; 0 for IPv4
 * @param low lower 64 bits; an IPv4 address is 0 … 2³²−1
 */
public record Address(Family family, long high, long low) implements Comparable<Address> {

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .toParams();

  public static Address ipv4(long bits) {
    return new Address(Family.IPV4, 0, bits & 0xffffffffL);
  }

  /**
   * Reads {@code 10.8.10.2} or {@code 2001:db8::1}; no prefix length, no zone.
   *
   * @throws Malformed {@code bad-address}
   */
  public static Address parse(String text) {
    long bits = Dotted.read(text);
    if (bits != Dotted.NONE) {
      return ipv4(bits);
    }
    IPAddress parsed = text.indexOf('/') >= 0 || text.indexOf('%') >= 0 ? null : read(text);
    if (parsed == null) {
      throw new Malformed(
          "bad-address",
          "'" + text + "' is not an IP address",
          "an IPv4 address such as 10.8.10.2, or an IPv6 address such as 2001:db8::1");
    }
    return of(parsed);
  }

  private static IPAddress read(String text) {
    IPAddressString string = new IPAddressString(text, STRICT);
    return string.isIPAddress() ? string.getAddress() : null;
  }

  private static Address of(IPAddress parsed) {
    BigInteger value = parsed.getValue();
    return parsed.isIPv4()
        ? ipv4(value.longValue())
        : new Address(Family.IPV6, value.shiftRight(64).longValue(), value.longValue());
  }

  /** The address as an unsigned number. */
  public BigInteger value() {
    return new BigInteger(1, bytes(high)).shiftLeft(64).or(new BigInteger(1, bytes(low)));
  }

  static Address of(Family family, BigInteger value) {
    return new Address(family, value.shiftRight(64).longValue(), value.longValue());
  }

  private static byte[] bytes(long value) {
    return java.nio.ByteBuffer.allocate(8).putLong(value).array();
  }

  /** The address {@code distance} further on, wrapping inside the family. */
  public Address plus(long distance) {
    if (family == Family.IPV4) {
      return ipv4(low + distance);
    }
    BigInteger size = BigInteger.ONE.shiftLeft(family.bits());
    return of(family, value().add(BigInteger.valueOf(distance)).mod(size));
  }

  /** Whether this is 127.0.0.0/8 or ::1. */
  public boolean isLoopback() {
    return family == Family.IPV4 ? (low >>> 24) == 127 : high == 0 && low == 1;
  }

  /** IPv4 before IPv6, then by value. */
  @Override
  public int compareTo(Address other) {
    int byFamily = family.compareTo(other.family);
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** Dotted or RFC 5952 form. */
  @Override
  public String toString() {
    if (family == Family.IPV4) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    byte[] bytes = java.nio.ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    return new inet.ipaddr.ipv6.IPv6Address(bytes).toCanonicalString();
  }

  static Address maximum(Family family) {
    return family == Family.IPV4 ? ipv4(0xffffffffL) : new Address(Family.IPV6, -1, -1);
  }
}
