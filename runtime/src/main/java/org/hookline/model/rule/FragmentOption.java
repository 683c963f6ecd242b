package org.hookline.model.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code -f}: further fragments, or negated everything else. */
final class FragmentOption implements Option {
  private final Set<Boolean> negated = new TreeSet<>();

  void add(boolean not) {
    negated.add(not);
  }

  @Override
  public List<Piece> pieces() {
    if (negated.isEmpty()) {
      return List.of(Piece.NONE);
    }
    boolean never = negated.size() > 1;
    return never ? List.of() : List.of(Piece.plain(negated.contains(true) ? "! -f" : "-f"));
  }
}
