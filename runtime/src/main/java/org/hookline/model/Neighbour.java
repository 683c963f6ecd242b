package org.hookline.model;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Mac;
import org.hookline.source.Origin;

/**
 * An entry of the neighbour table that stays: {@code ip neigh add ADDRESS lladdr MAC dev DEV}, or
 * {@code ip neigh add proxy ADDRESS dev DEV}.
 *
 * @param mac empty for a proxy entry: the host itself answers for the address on that interface
 */
public record Neighbour(Address address, Optional<Mac> mac, String dev, Origin origin) {

  /** Somebody else has the address. */
  public Neighbour(Address address, Mac mac, String dev, Origin origin) {
    this(address, Optional.of(mac), dev, origin);
  }

  /** As iproute2 writes it behind {@code ip neigh}: {@code 10.0.0.2 lladdr 52:… dev eth0}. */
  @Override
  public String toString() {
    return mac.map(m -> address + " lladdr " + m).orElse("proxy " + address) + " dev " + dev;
  }
}
