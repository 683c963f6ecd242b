package org.hookline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.addr.SpecialPurpose;
import org.hookline.model.flow.Simulation;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.property.Check;

/** Everything that one file describes, after imports and amendments. */
public record Network(
    List<Host> hosts,
    List<Segment> segments,
    Optional<Internet> internet,
    List<Check> checks,
    List<Simulation> simulations) {

  public Optional<Host> host(String name) {
    return hosts.stream().filter(h -> h.name().equals(name)).findFirst();
  }

  /**
   * What the internet owns: global unicast addresses, without the prefixes of modelled interfaces.
   */
  public AddressSet internetAddresses() {
    AddressSet modelled =
        AddressSet.ofPrefixes(
            hosts.stream()
                .flatMap(h -> h.interfaces().stream())
                .flatMap(i -> i.addresses().stream())
                .map(a -> a.prefix())
                .toList());
    return SpecialPurpose.globalUnicast(Family.IPV4).minus(modelled);
  }

  /**
   * What the outside of an interface owns: every unicast address that somebody behind it may have,
   * private ones included. Prefixes of other interfaces are elsewhere, unless its own lie in them;
   * nobody has the broadcast address of its own ones.
   */
  public AddressSet outsideAddresses(Port port) {
    List<Prefix> own = new ArrayList<>();
    List<Prefix> others = new ArrayList<>();
    List<Prefix> taken = new ArrayList<>();
    for (Host host : hosts) {
      for (Interface iface : host.interfaces()) {
        boolean here = port.equals(new Port(host.name(), iface.name()));
        for (InterfaceAddress address : iface.addresses()) {
          (here ? own : others).add(address.prefix());
          taken.add(Prefix.host(address.prefix().address()));
          if (here) {
            broadcast(address.prefix()).ifPresent(taken::add);
          }
        }
      }
    }
    AddressSet elsewhere = AddressSet.ofPrefixes(others);
    AddressSet addresses = SpecialPurpose.unicast(Family.IPV4).minus(elsewhere);
    for (Prefix prefix : own) {
      List<Prefix> within = others.stream().filter(o -> inside(o, prefix)).toList();
      AddressSet neighbours =
          AddressSet.ofPrefixes(List.of(prefix)).minus(AddressSet.ofPrefixes(within));
      addresses = addresses.union(neighbours);
    }
    return addresses.minus(AddressSet.ofPrefixes(taken)).only(Family.IPV4);
  }

  private static Optional<Prefix> broadcast(Prefix prefix) {
    boolean has = prefix.family() == Family.IPV4 && prefix.length() <= 30;
    return has ? Optional.of(Prefix.host(prefix.last())) : Optional.empty();
  }

  private static boolean inside(Prefix inner, Prefix outer) {
    return inner.length() > outer.length() && outer.contains(inner);
  }

  /** Whether it matters anywhere how long packets are. */
  public boolean needsLength() {
    return hosts.stream()
        .flatMap(host -> host.ruleTables().stream())
        .anyMatch(table -> table.needsLength());
  }

  /** The segment that an interface is on; empty when only its {@code outside} is. */
  public Optional<Segment> segmentOf(Port port) {
    return segments.stream().filter(s -> s.ports().contains(port)).findFirst();
  }
}
