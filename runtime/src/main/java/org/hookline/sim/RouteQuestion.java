package org.hookline.sim;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;

/**
 * {@code ip route get DST [from SRC] [iif IFACE] [oif IFACE] [mark M] …} on a host.
 *
 * @param iif the packet comes in there; empty for a packet of the host itself
 * @param oif the socket is bound to it
 */
public record RouteQuestion(
    String host,
    Address dst,
    Optional<Address> from,
    Optional<String> iif,
    Optional<String> oif,
    long mark,
    Traffic traffic) {

  /** A question that says nothing of the traffic. */
  public RouteQuestion(
      String host, Address dst, Optional<Address> from, Optional<String> iif, long mark) {
    this(host, dst, from, iif, Optional.empty(), mark, Traffic.UNSAID);
  }

  /**
   * What kind of packet it is.
   *
   * @param tos 0 when it is not said
   * @param protocol TCP, UDP or ICMP; the kernel takes UDP when it is not said
   * @param uid of the sender; root when it is not said
   */
  public record Traffic(
      int tos,
      Optional<Protocol> protocol,
      OptionalInt sport,
      OptionalInt dport,
      OptionalLong uid) {

    public static final Traffic UNSAID =
        new Traffic(
            0, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty());
  }
}
