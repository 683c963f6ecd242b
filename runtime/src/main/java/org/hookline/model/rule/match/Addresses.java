package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.packet.Field;

/** Sets of addresses as predicates and in the tools' words. */
public final class Addresses {
  private Addresses() {}

  /** The field is in the set; IPv6 ranges never match an IPv4 field. */
  public static Pred in(Field field, AddressSet set) {
    List<Pred> ranges = new ArrayList<>();
    for (AddressRange range : set.only(Family.IPV4).ranges()) {
      long low = range.first().low();
      long high = range.last().low();
      ranges.add(low == 0 && high == field.mask() ? Pred.TRUE : new Pred.InRange(field, low, high));
    }
    return Pred.or(ranges);
  }

  static boolean ofIpv6(AddressSet set) {
    return !set.only(Family.IPV6).isEmpty();
  }

  static String nft(AddressSet set, boolean negated) {
    String text = set.ranges().size() == 1 ? text(set) : "{ " + text(set).replace(",", ", ") + " }";
    return (negated ? "!= " : "") + text;
  }

  private static String text(AddressSet set) {
    return String.join(",", set.ranges().stream().map(AddressRange::toString).toList());
  }
}
