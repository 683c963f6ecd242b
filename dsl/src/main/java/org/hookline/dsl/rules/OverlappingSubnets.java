package org.hookline.dsl.rules;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Prefix;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;

/**
 * Subnets of two interfaces of a host that overlap: the one with the longer prefix, or else the
 * first one, gets the packets of both.
 */
final class OverlappingSubnets implements NetworkRule {
  static final String CODE = "overlapping-subnets";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  private record Owned(Interface iface, InterfaceAddress address) {
    boolean overlaps(Owned other) {
      Prefix a = address.subnet();
      Prefix b = other.address.subnet();
      return a.contains(b) || b.contains(a);
    }
  }

  @Override
  public void check(Network network, Problems problems) {
    network.hosts().forEach(host -> check(host, problems));
  }

  private static void check(Host host, Problems problems) {
    List<Owned> seen = new ArrayList<>();
    for (Interface iface : host.interfaces()) {
      List<Owned> own =
          iface.addresses().stream()
              .filter(a -> a.subnet().length() < a.prefix().family().bits())
              .filter(a -> !a.noPrefixRoute())
              .map(a -> new Owned(iface, a))
              .toList();
      for (Owned one : own) {
        seen.stream()
            .filter(one::overlaps)
            .findFirst()
            .ifPresent(
                other ->
                    problems.warning(
                        CODE,
                        one.address().origin(),
                        "the subnet "
                            + one.address().subnet()
                            + " overlaps "
                            + other.address().subnet()
                            + " of "
                            + other.iface().name()
                            + ", at "
                            + other.address().origin(),
                        "subnets that are apart, or noprefixroute"));
      }
      seen.addAll(own);
    }
  }
}
