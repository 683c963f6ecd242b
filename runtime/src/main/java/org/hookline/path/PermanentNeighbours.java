package org.hookline.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Pred;
import org.hookline.model.Neighbour;
import org.hookline.model.Port;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;

/**
 * Who gets what is sent to the Ethernet addresses of a port's permanent entries. Of an entry with
 * an address that no interface is known to have, whoever has the IP address gets it, unasked.
 */
record PermanentNeighbours(Port from, List<Wires.Station> others) {

  List<Branch> branches(HostWalk walk) {
    Map<Mac, List<Prefix>> entries = new LinkedHashMap<>();
    for (Neighbour neighbour : walk.model().neighbours()) {
      if (neighbour.dev().equals(from.iface()) && neighbour.address().family() == Family.IPV4) {
        neighbour
            .mac()
            .map(mac -> entries.computeIfAbsent(mac, m -> new ArrayList<>()))
            .ifPresent(same -> same.add(Prefix.host(neighbour.address())));
      }
    }
    List<Branch> branches = new ArrayList<>();
    entries.forEach(
        (mac, addresses) -> {
          Pred meant = Addresses.in(Fields.NEXTHOP, AddressSet.ofPrefixes(addresses));
          List<Wires.Station> owners = others.stream().filter(o -> has(o, mac)).toList();
          owners.forEach(owner -> branches.add(owner.arrive(meant, from, List.of())));
          if (owners.isEmpty()) {
            branches.addAll(unknown(meant));
          }
        });
    return branches;
  }

  private static boolean has(Wires.Station station, Mac mac) {
    return station.iface().mac().equals(Optional.of(mac));
  }

  private List<Branch> unknown(Pred meant) {
    return others.stream()
        .filter(o -> o.iface().mac().isEmpty())
        .map(
            o ->
                o.arrive(
                    Pred.and(meant, OwnAddresses.in(Fields.NEXTHOP, o.host())), from, List.of()))
        .toList();
  }
}
