package org.hookline.sim;

import java.util.Optional;
import org.hookline.addr.Address;

/**
 * {@code ip route get DST [from SRC] [iif IFACE] [mark M]} on a host.
 *
 * @param iif the packet comes in there; empty for a packet of the host itself
 */
public record RouteQuestion(
    String host, Address dst, Optional<Address> from, Optional<String> iif, long mark) {}
