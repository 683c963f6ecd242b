package org.hookline.model.flow;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Endpoint;
import org.hookline.addr.PortRange;
import org.hookline.model.Port;
import org.hookline.source.Origin;

/**
 * A packet that is expected at an interface while an action is played, or that must not be seen
 * there; tcpdump's {@code SRC > DST}.
 *
 * @param absent it must not be seen
 * @param sport 0 for any
 * @param dport 0 for any
 * @param port where it passes, in or out
 */
public record Sight(
    boolean absent, Address src, int sport, Address dst, int dport, Port port, Origin origin) {

  /** As the language writes it. */
  public String text() {
    return "see "
        + (absent ? "no " : "")
        + end(src, sport)
        + " > "
        + end(dst, dport)
        + " at "
        + port;
  }

  private static String end(Address address, int port) {
    Optional<PortRange> ports = port == 0 ? Optional.empty() : Optional.of(PortRange.of(port));
    return new Endpoint(Optional.of(new AddressRange(address, address)), ports).toString();
  }
}
