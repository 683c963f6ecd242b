package org.hookline.model.iface;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.source.Origin;

/**
 * An address of an interface with its subnet.
 *
 * @param prefix host bits kept: {@code 10.8.10.1/24}; with a peer, a host prefix
 * @param peer the other end of a point-to-point link with its prefix, which takes the place of the
 *     subnet
 * @param broadcast a broadcast address beside the last one of the subnet
 * @param label iproute2's {@code label eth0:1}; says nothing about packets
 * @param noPrefixRoute the kernel makes no route to the subnet
 */
public record InterfaceAddress(
    Prefix prefix,
    Optional<Prefix> peer,
    Optional<Address> broadcast,
    AddressScope scope,
    Optional<String> label,
    boolean noPrefixRoute,
    Origin origin) {

  /** A usual address; one of 127.0.0.0/8 or ::1 has scope host, as iproute2 gives it. */
  public InterfaceAddress(Prefix prefix, Origin origin) {
    this(
        prefix, Optional.empty(), Optional.empty(), usual(prefix), Optional.empty(), false, origin);
  }

  /** iproute2: ip/ipaddress.c default_scope() */
  public static AddressScope usual(Prefix prefix) {
    return prefix.address().isLoopback() ? AddressScope.HOST : AddressScope.GLOBAL;
  }

  /** The subnet that the kernel makes routes for: that of the peer, else its own. */
  public Prefix subnet() {
    return peer.orElse(prefix).network();
  }

  /** As the language and {@code ip address add} write it, without the device. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(peer.isPresent() ? prefix.address() : prefix);
    peer.ifPresent(p -> text.append(" peer ").append(p));
    broadcast.ifPresent(b -> text.append(" broadcast ").append(b));
    if (!scope.equals(usual(prefix))) {
      text.append(" scope ").append(scope);
    }
    label.ifPresent(l -> text.append(" label ").append(l));
    return text.append(noPrefixRoute ? " noprefixroute" : "").toString();
  }
}
