package org.hookline.sim;

import java.util.List;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.model.flow.Sight;
import org.hookline.packet.Headers;
import org.hookline.trace.Trace;

/**
 * What an endpoint saw of its action.
 *
 * @param outcome as the socket reports it
 */
public record ActionResult(Action action, Expectation outcome, Trace trace) {

  /** Whether the author expected this, or expected nothing. */
  public boolean met() {
    return action.expected().map(e -> e == outcome).orElse(true) && missed().isEmpty();
  }

  /** What should have been seen on the wires and was not, or should not and was. */
  public List<Sight> missed() {
    return action.circumstances().sights().stream()
        .filter(sight -> seen(sight) == sight.absent())
        .toList();
  }

  private boolean seen(Sight sight) {
    return trace.packets().stream()
        .flatMap(packet -> packet.hops().stream())
        .filter(hop -> hop.host().equals(sight.port().host()))
        .anyMatch(
            hop ->
                (hop.iif().filter(sight.port().iface()::equals).isPresent()
                        && shows(hop.arrived(), sight))
                    || (hop.oif().filter(sight.port().iface()::equals).isPresent()
                        && shows(hop.left(), sight)));
  }

  private static boolean shows(Headers packet, Sight sight) {
    return packet.src().equals(sight.src())
        && packet.dst().equals(sight.dst())
        && (sight.sport() == 0 || sight.sport() == packet.sport())
        && (sight.dport() == 0 || sight.dport() == packet.dport());
  }
}
