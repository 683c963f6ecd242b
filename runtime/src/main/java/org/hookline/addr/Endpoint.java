package org.hookline.addr;

import java.util.Optional;

/**
 * Addresses with ports, as NAT targets and sockets write them: {@code 10.8.10.2}, {@code
 * 10.8.10.2:80}, {@code 10.8.10.2-10.8.10.9:80-90}, {@code :80-90}. An IPv6 address stands without
 * a port.
 *
 * @param addresses empty when only ports are written
 * @param ports empty when only addresses are written
 */
public record Endpoint(Optional<AddressRange> addresses, Optional<PortRange> ports) {

  /**
   * Reads any of the forms above.
   *
   * @throws Malformed {@code bad-address}, {@code bad-range} or {@code bad-port}
   */
  public static Endpoint parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      return new Endpoint(Optional.of(addresses(text)), Optional.empty());
    }
    Optional<AddressRange> addresses =
        colon == 0 ? Optional.empty() : Optional.of(addresses(text.substring(0, colon)));
    return new Endpoint(addresses, Optional.of(PortRange.parse(text.substring(colon + 1))));
  }

  private static AddressRange addresses(String text) {
    if (text.indexOf('-') >= 0) {
      return AddressRange.parse(text);
    }
    Address address = Address.parse(text);
    return new AddressRange(address, address);
  }

  /** The form that was read. */
  @Override
  public String toString() {
    return addresses.map(Endpoint::dashed).orElse("") + ports.map(p -> ":" + p).orElse("");
  }

  private static String dashed(AddressRange range) {
    return range.first().equals(range.last())
        ? range.first().toString()
        : range.first() + "-" + range.last();
  }
}
