package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code -i} or {@code -o}; a name that ends in {@code +} stands for all that begin so. */
final class InterfaceOption implements Option {
  private final String option;
  private final List<String> excluded = new ArrayList<>();
  private Optional<String> allowed = Optional.empty();
  private boolean never;

  InterfaceOption(String option) {
    this.option = option;
  }

  void add(boolean negated, String name) {
    if (negated) {
      if (excluded.stream().noneMatch(e -> covers(e, name))) {
        excluded.removeIf(e -> covers(name, e));
        excluded.add(name);
      }
    } else if (allowed.isEmpty() || covers(allowed.get(), name)) {
      allowed = Optional.of(name);
    } else if (!covers(name, allowed.get())) {
      never = true;
    }
  }

  private static boolean covers(String pattern, String name) {
    return pattern.endsWith("+")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(name);
  }

  @Override
  public List<Piece> pieces() {
    if (allowed.isEmpty()) {
      return List.of(
          excluded.stream()
              .findFirst()
              .map(e -> Piece.plain("! " + option + " " + e))
              .orElse(Piece.NONE));
    }
    String name = allowed.get();
    boolean none = never || excluded.stream().anyMatch(e -> covers(e, name));
    return none ? List.of() : List.of(Piece.plain(option + " " + name));
  }

  @Override
  public Optional<String> conflict() {
    List<String> said = new ArrayList<>();
    allowed.ifPresent(name -> said.add(option + " " + name));
    for (String name : excluded) {
      // what lies outside the allowed names need not be said
      if (allowed.isEmpty() || covers(allowed.get(), name) && !allowed.get().equals(name)) {
        said.add("! " + option + " " + name);
      }
    }
    return said.size() > 1 ? Optional.of(String.join(" and ", said)) : Optional.empty();
  }
}
