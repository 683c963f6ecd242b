package org.hookline.model.iface;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;

/**
 * The address that the kernel takes for a packet that leaves by an interface.
 *
 * <p>kernel: net/ipv4/devinet.c inet_select_addr()
 *
 * @param interfaces of the host, in order
 */
public record SourceChoice(List<Interface> interfaces) {

  /**
   * The primary address whose subnet has the gateway, else the first primary one, else the first of
   * another interface that is up (never a loopback address: its scope is host).
   */
  public Optional<Address> of(String dev, Optional<Address> gateway) {
    List<Prefix> own = candidates(dev);
    Optional<Prefix> near =
        own.stream().filter(p -> gateway.map(p::contains).orElse(false)).findFirst();
    return near.map(Prefix::address).or(() -> first(dev));
  }

  /** The primary addresses of an interface that may be taken, in order. */
  public List<Prefix> candidates(String dev) {
    return interfaces.stream()
        .filter(i -> i.name().equals(dev))
        .flatMap(i -> i.primaries(Family.IPV4).stream())
        .filter(p -> !p.address().isLoopback())
        .toList();
  }

  /** What is taken when no subnet has the gateway. */
  public Optional<Address> first(String dev) {
    return candidates(dev).stream().map(Prefix::address).findFirst().or(this::elsewhere);
  }

  private Optional<Address> elsewhere() {
    return interfaces.stream()
        .filter(Interface::up)
        .flatMap(i -> i.primaries(Family.IPV4).stream())
        .map(Prefix::address)
        .filter(a -> !a.isLoopback())
        .findFirst();
  }
}
