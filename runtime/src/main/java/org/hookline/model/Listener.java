package org.hookline.model;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.source.Origin;

/**
 * A socket that answers on a host: TCP accepts, UDP answers from the address it was asked on.
 *
 * @param protocol TCP or UDP; every host answers ICMP echo without a listener
 * @param address the bound address; empty for any
 * @param reply the source of a UDP answer
 */
public record Listener(
    Protocol protocol,
    Optional<Address> address,
    List<PortRange> ports,
    Reply reply,
    Origin origin) {

  /** Which source address a UDP service answers with. */
  public enum Reply {
    /** The address it was asked on (IP_PKTINFO), as TCP always does. */
    FROM_ASKED,
    /** Its bound address; without one, what the kernel chooses for the way back. */
    FROM_ANY
  }

  /** A service that answers from the address it was asked on. */
  public Listener(
      Protocol protocol, Optional<Address> address, List<PortRange> ports, Origin origin) {
    this(protocol, address, ports, Reply.FROM_ASKED, origin);
  }
}
