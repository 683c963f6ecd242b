package org.hookline.addr;

import java.util.List;

/**
 * Addresses that nobody on the internet has.
 *
 * <p>Source: IANA special-purpose address registries (RFC 6890, RFC 8190), entries that are not
 * globally reachable, and multicast.
 */
public final class SpecialPurpose {
  private static final List<String> IPV4 =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private SpecialPurpose() {}

  /** All addresses that some host may have: neither multicast nor reserved nor loopback. */
  public static AddressSet unicast(Family family) {
    if (family == Family.IPV6) {
      return AddressSet.all(family).minus(AddressSet.of(Prefix.parse("ff00::/8").range()));
    }
    List<String> nobody = List.of("0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4");
    return AddressSet.all(family)
        .minus(AddressSet.ofPrefixes(nobody.stream().map(Prefix::parse).toList()));
  }

  /** All addresses that a host on the internet may have. */
  public static AddressSet globalUnicast(Family family) {
    if (family == Family.IPV6) {
      return AddressSet.of(Prefix.parse("2000::/3").range())
          .minus(AddressSet.of(Prefix.parse("2001:db8::/32").range()));
    }
    return AddressSet.all(family)
        .minus(AddressSet.ofPrefixes(IPV4.stream().map(Prefix::parse).toList()));
  }
}
