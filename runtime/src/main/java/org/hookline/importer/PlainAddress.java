package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.MaskedAddress;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Saddr;

/**
 * The value of {@code -s} or {@code -d}: addresses with a length or a mask, separated by commas.
 */
final class PlainAddress {
  private PlainAddress() {}

  static List<Match> source(boolean negated, String text) {
    return read(text, negated, new Kind(MaskedAddress.End.SADDR, Saddr::new));
  }

  static List<Match> destination(boolean negated, String text) {
    return read(text, negated, new Kind(MaskedAddress.End.DADDR, Daddr::new));
  }

  private interface OfSet {
    Match of(boolean negated, AddressSet set);
  }

  private record Kind(MaskedAddress.End end, OfSet match) {}

  private static List<Match> read(String text, boolean negated, Kind kind) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text.split(",")) {
      int slash = part.indexOf('/');
      String mask = slash < 0 ? "" : part.substring(slash + 1);
      if (!mask.contains(".")) {
        ranges.add(Prefix.parse(part).range());
        continue;
      }
      Address address = Address.parse(part.substring(0, slash));
      long bits = Address.parse(mask).low();
      int length = Long.bitCount(bits);
      if (bits == (0xffffffffL & -1L << (32 - length))) {
        ranges.add(new Prefix(address, length).range());
      } else if (text.contains(",")) {
        throw new Malformed("bad-address", "'" + text + "' mixes masks", "one address a rule");
      } else {
        return List.of(
            new MaskedAddress(kind.end(), negated, address, new MaskedAddress.Mask(bits)));
      }
    }
    AddressSet set = new AddressSet(ranges);
    boolean all = ranges.stream().allMatch(r -> r.equals(Prefix.all(r.first().family()).range()));
    return all && !negated ? List.of() : List.of(kind.match().of(negated, set));
  }
}
