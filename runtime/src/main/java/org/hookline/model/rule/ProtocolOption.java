package org.hookline.model.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.Protocol;

/** {@code -p}. */
final class ProtocolOption implements Option {
  private static final Comparator<Protocol> BY_NUMBER = Comparator.comparing(Protocol::number);

  private final Set<Protocol> allowed = new TreeSet<>(BY_NUMBER);
  private final Set<Protocol> excluded = new TreeSet<>(BY_NUMBER);

  void add(boolean negated, Protocol protocol) {
    (negated ? excluded : allowed).add(protocol);
  }

  /** The protocol of every packet that matches. */
  Optional<Protocol> only() {
    return allowed.stream().findFirst();
  }

  @Override
  public List<Piece> pieces() {
    if (allowed.isEmpty()) {
      return List.of(
          excluded.stream().findFirst().map(p -> Piece.plain("! -p " + p)).orElse(Piece.NONE));
    }
    Protocol protocol = allowed.iterator().next();
    boolean never = allowed.size() > 1 || excluded.contains(protocol);
    return never ? List.of() : List.of(Piece.plain("-p " + protocol));
  }

  @Override
  public Optional<String> conflict() {
    return allowed.isEmpty() && excluded.size() > 1
        ? Optional.of(excluded.stream().map(p -> "! -p " + p).collect(Collectors.joining(" and ")))
        : Optional.empty();
  }
}
