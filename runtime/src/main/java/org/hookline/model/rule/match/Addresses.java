package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.packet.Field;

/** Sets of addresses as predicates and in the tools' words. */
public final class Addresses {
  private static final AddressSet ALL = AddressSet.all(Family.IPV4);

  private Addresses() {}

  /** Options of iptables for one end: {@code -s} with {@code --src-range}. */
  record Words(String option, String range, boolean negated) {}

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

  /**
   * The parts of a set that iptables has words for: IPv4, one range each. A negated set of one
   * range stays, of several it becomes what is left.
   */
  static List<Match> alternatives(AddressSet set, boolean negated, Made made) {
    AddressSet ipv4 = set.only(Family.IPV4);
    if (negated && ipv4.ranges().size() == 1 && !ipv4.equals(ALL)) {
      return List.of(made.with(true, ipv4));
    }
    AddressSet positive = negated ? ALL.minus(ipv4) : ipv4;
    return positive.ranges().stream().map(r -> made.with(false, AddressSet.of(r))).toList();
  }

  /** A match of addresses. */
  interface Made {
    Match with(boolean negated, AddressSet set);
  }

  static boolean ofIpv6(AddressSet set) {
    return !set.only(Family.IPV6).isEmpty();
  }

  /** In the words of iptables-save; nothing for all addresses. */
  static void iptables(IptablesLine line, AddressSet set, Words words) {
    AddressRange range = set.ranges().get(0);
    String text = range.toString();
    if (text.contains("-")) {
      line.match("iprange", words.range(), text, words.negated());
    } else if (!set.equals(ALL) || words.negated()) {
      String length = text.contains("/") ? "" : "/" + range.first().family().bits();
      line.option(words.option(), text + length, words.negated());
    }
  }

  static String nft(AddressSet set, boolean negated) {
    String text = set.ranges().size() == 1 ? text(set) : "{ " + text(set).replace(",", ", ") + " }";
    return (negated ? "!= " : "") + text;
  }

  private static String text(AddressSet set) {
    return String.join(",", set.ranges().stream().map(AddressRange::toString).toList());
  }
}
