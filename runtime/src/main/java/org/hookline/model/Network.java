package org.hookline.model;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.SpecialPurpose;
import org.hookline.model.flow.Simulation;
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

  /** The segment that an interface is on; empty when only its {@code outside} is. */
  public Optional<Segment> segmentOf(Port port) {
    return segments.stream().filter(s -> s.ports().contains(port)).findFirst();
  }
}
