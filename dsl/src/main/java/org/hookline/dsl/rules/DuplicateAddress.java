package org.hookline.dsl.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Address;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.InterfaceAddress;

/** One address twice on an interface, or on two hosts of one segment. */
final class DuplicateAddress implements NetworkRule {
  private static final String CODE = "duplicate-address";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Host host : network.hosts()) {
      host.interfaces().forEach(iface -> once(iface.addresses(), new HashMap<>(), problems));
    }
    for (Segment segment : network.segments()) {
      Map<Address, InterfaceAddress> seen = new HashMap<>();
      for (Port port : segment.ports()) {
        network
            .host(port.host())
            .flatMap(host -> host.iface(port.iface()))
            .ifPresent(iface -> once(iface.addresses(), seen, problems));
      }
    }
  }

  private static void once(
      List<InterfaceAddress> addresses, Map<Address, InterfaceAddress> seen, Problems problems) {
    for (InterfaceAddress address : addresses) {
      Address value = address.prefix().address();
      InterfaceAddress first = seen.putIfAbsent(value, address);
      if (first != null && first != address) {
        problems.error(
            CODE,
            address.origin(),
            value + " is an address here already, at " + first.origin(),
            "an address of its own");
      }
    }
  }
}
