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
    List<InterfaceAddress> primaries = iface.primaryAddresses(family);
    List<Line> first = new ArrayList<>();
    List<Line> second = new ArrayList<>();
    for (InterfaceAddress address : iface.addresses()) {
      Prefix prefix = address.prefix();
      if (prefix.family() == family) {
        String text = "address add " + words(address) + " dev " + iface.name();
        boolean primary = family == Family.IPV6 || primaries.contains(address);
        (primary ? first : second).add(new Line(text, address.origin()));
      }
    }
    first.addAll(second);
    return first;
  }

  /** The length is written also where it says nothing. */
  private static String words(InterfaceAddress address) {
    Prefix prefix = address.prefix();
    String whole = prefix.address() + "/" + prefix.length();
    String text = address.text();
    return address.peer().isPresent() ? text : whole + text.substring(prefix.toString().length());
  }
}
