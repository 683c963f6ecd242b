package org.hookline.addr;

import java.util.Optional;

/**
 * Addresses with ports, as NAT targets and sockets write them: {@code 10.8.10.2}, {@code
 * 10.8.10.2:80}, {@code 10.8.10.2-10.8.10.9:80-90}, {@code :80-90}, {@code [2001:db8::1]:80}.
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
    EndpointText halves = EndpointText.parse(text);
    boolean portsOnly = halves.addresses().isEmpty() && halves.ports().isPresent();
    return new Endpoint(
        portsOnly ? Optional.empty() : Optional.of(addresses(halves.addresses())),
        halves.ports().map(PortRange::parse));
  }

  private static AddressRange addresses(String text) {
    if (text.indexOf('-') >= 0) {
      return AddressRange.parse(text);
    }
    Address address = Address.parse(text);
    return new AddressRange(address, address);
  }

  /** As .hkl and nft write it: the colon of a port needs brackets around an IPv6 address. */
  @Override
  public String toString() {
    return ports
        .map(p -> addresses.map(a -> bracketed(a, "]-[")).orElse("") + ":" + p)
        .orElseGet(() -> addresses.map(Endpoint::dashed).orElse(""));
  }

  /** As iptables writes it, which has a range between one pair of brackets. */
  public String iptables() {
    return ports.isPresent() && addresses.isPresent()
        ? bracketed(addresses.get(), "-") + ":" + ports.get()
        : toString();
  }

  private static String bracketed(AddressRange range, String dash) {
    return range.first().family() == Family.IPV6
        ? "[" + dashed(range).replace("-", dash) + "]"
        : dashed(range);
  }

  private static String dashed(AddressRange range) {
    return range.first().equals(range.last())
        ? range.first().toString()
        : range.first() + "-" + range.last();
  }
}
