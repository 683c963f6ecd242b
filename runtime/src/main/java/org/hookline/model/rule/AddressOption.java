package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;

/** {@code -s} or {@code -d}, or the range of {@code -m iprange}. */
final class AddressOption implements Option {
  private final String option;
  private final String range;
  private final Family family;
  private final List<AddressSet> excluded = new ArrayList<>();
  private final Set<String> masked = new TreeSet<>();
  private AddressSet allowed;

  AddressOption(String option, String range, Family family) {
    this.option = option;
    this.range = range;
    this.family = family;
    this.allowed = all();
  }

  private AddressSet all() {
    return AddressSet.all(family);
  }

  void add(boolean negated, AddressSet set) {
    if (negated) {
      excluded.add(set.only(family));
    } else {
      allowed = allowed.intersect(set);
    }
  }

  /** An address with a mask that has holes. */
  void addMasked(boolean negated, String network) {
    masked.add((negated ? "! " : "") + option + " " + network);
  }

  @Override
  public Optional<String> conflict() {
    boolean ranges = !allowed.equals(all()) || !excluded.isEmpty();
    return masked.size() > 1 || masked.size() == 1 && ranges
        ? Optional.of(option + " twice, once as " + masked.iterator().next())
        : Optional.empty();
  }

  @Override
  public List<Piece> pieces() {
    if (!masked.isEmpty()) {
      return List.of(Piece.plain(masked.iterator().next()));
    }
    boolean onlyOne = allowed.equals(all()) && excluded.size() == 1;
    if (onlyOne && excluded.get(0).ranges().size() == 1 && !excluded.get(0).equals(all())) {
      return List.of(piece("! ", excluded.get(0).ranges().get(0)));
    }
    AddressSet rest = allowed;
    for (AddressSet hole : excluded) {
      rest = rest.minus(hole);
    }
    return rest.equals(all())
        ? List.of(Piece.NONE)
        : rest.ranges().stream().map(r -> piece("", r)).toList();
  }

  private Piece piece(String not, AddressRange addresses) {
    String text = addresses.toString();
    if (text.contains("-")) {
      return new Piece("iprange", range, not + range + " " + text);
    }
    String length = text.contains("/") ? "" : "/" + family.bits();
    return Piece.plain(not + option + " " + text + length);
  }
}
