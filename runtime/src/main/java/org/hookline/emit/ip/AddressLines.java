package org.hookline.emit.ip;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.emit.Line;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;

/** {@code address add ADDRESS/LENGTH dev DEVICE}. */
final class AddressLines {
  private AddressLines() {}

  /**
   * The addresses of an interface in the order in which the kernel keeps them: primary ones, then
   * secondary ones.
   *
   * <p>kernel: net/ipv4/devinet.c __inet_insert_ifa()
   */
  static List<Line> of(Interface iface, Family family) {
    List<Prefix> primaries = iface.primaries(family);
    List<Line> first = new ArrayList<>();
    List<Line> second = new ArrayList<>();
    for (InterfaceAddress address : iface.addresses()) {
      Prefix prefix = address.prefix();
      if (prefix.family() == family) {
        String text =
            "address add " + prefix.address() + "/" + prefix.length() + " dev " + iface.name();
        boolean primary = family == Family.IPV6 || primaries.contains(prefix);
        (primary ? first : second).add(new Line(text, address.origin()));
      }
    }
    first.addAll(second);
    return first;
  }
}
