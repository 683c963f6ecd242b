package org.hookline.model.iface;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Family;

/**
 * The address that the kernel takes for a packet that leaves by an interface.
 *
 * <p>kernel: net/ipv4/devinet.c inet_select_addr()
 *
 * @param interfaces of the host, in order
 * @param guests whether loopback addresses may leave by an interface ({@code route_localnet})
 */
public record SourceChoice(List<Interface> interfaces, Predicate<String> guests) {

  /** No loopback address leaves. */
  public SourceChoice(List<Interface> interfaces) {
    this(interfaces, iface -> false);
  }

  /**
   * The primary address whose subnet has the gateway, else the first primary one, else the first of
   * another interface, whether or not it is up; never one of a scope that is narrower than the
   * route's (a loopback address has scope host).
   */
  public Optional<Address> of(String dev, Optional<Address> gateway, AddressScope scope) {
    List<InterfaceAddress> own = candidates(dev, scope);
    Optional<InterfaceAddress> near =
        own.stream().filter(a -> gateway.map(a.subnet()::contains).orElse(false)).findFirst();
    return near.map(a -> a.prefix().address()).or(() -> first(dev, scope));
  }

  /** The primary addresses of an interface that may be taken, in order. */
  public List<InterfaceAddress> candidates(String dev, AddressScope scope) {
    return interfaces.stream()
        .filter(i -> i.name().equals(dev))
        .flatMap(i -> usable(i, guests.test(dev) ? widened(scope) : scope))
        .toList();
  }

  /** Where guests may leave, an address of the host is as good as one of the link. */
  private static AddressScope widened(AddressScope scope) {
    return scope.equals(AddressScope.LINK) ? AddressScope.HOST : scope;
  }

  private static Stream<InterfaceAddress> usable(Interface iface, AddressScope scope) {
    return iface.primaryAddresses(Family.IPV4).stream().filter(a -> a.scope().reaches(scope));
  }

  /** What is taken when no subnet has the gateway. */
  public Optional<Address> first(String dev, AddressScope scope) {
    return candidates(dev, scope).stream()
        .findFirst()
        .or(
            () ->
                interfaces.stream()
                    .flatMap(i -> usable(i, scope))
                    .filter(a -> !a.scope().equals(AddressScope.LINK))
                    .findFirst())
        .map(a -> a.prefix().address());
  }
}
