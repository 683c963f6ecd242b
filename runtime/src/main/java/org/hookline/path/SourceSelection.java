package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;

/**
 * The address that the kernel takes for a packet that leaves by an interface.
 *
 * <p>kernel: net/ipv4/devinet.c inet_select_addr()
 */
final class SourceSelection {
  private SourceSelection() {}

  /**
   * The primary address whose subnet has the gateway, else the first primary one, else the first of
   * another interface that is up (never a loopback address: its scope is host).
   */
  static Optional<Address> of(Host host, String dev, Optional<Address> gateway) {
    List<Prefix> own =
        host.iface(dev).map(i -> i.primaries(Family.IPV4)).orElse(List.of()).stream()
            .filter(p -> !p.address().isLoopback())
            .toList();
    Optional<Prefix> near =
        own.stream().filter(p -> gateway.map(p::contains).orElse(false)).findFirst();
    return near.or(() -> own.stream().findFirst()).or(() -> elsewhere(host)).map(Prefix::address);
  }

  private static Optional<Prefix> elsewhere(Host host) {
    return host.interfaces().stream()
        .filter(Interface::up)
        .flatMap(i -> i.primaries(Family.IPV4).stream())
        .filter(p -> !p.address().isLoopback())
        .findFirst();
  }
}
