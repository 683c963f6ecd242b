package org.hookline.model.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.Family;
import org.hookline.addr.Protocol;

/** {@code -p}. */
final class ProtocolOption implements Option {
  private static final Comparator<Protocol> BY_NUMBER = Comparator.comparing(Protocol::number);

  private final Family family;
  private final Set<Protocol> allowed = new TreeSet<>(BY_NUMBER);
  private final Set<Protocol> excluded = new TreeSet<>(BY_NUMBER);

  ProtocolOption(Family family) {
    this.family = family;
  }

  /** iptables: iptables/xshared.c xtables_chain_protos has ipv6-icmp before its alias. */
  private static String name(Protocol protocol) {
    return protocol.equals(Protocol.ICMPV6) ? "ipv6-icmp" : protocol.toString();
  }

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
          excluded.stream()
              .findFirst()
              .map(p -> Piece.plain("! -p " + name(p)))
              .orElse(Piece.NONE));
    }
    Protocol protocol = allowed.iterator().next();
    boolean foreign = family == Family.IPV6 && protocol.equals(Protocol.ICMP);
    boolean never = allowed.size() > 1 || excluded.contains(protocol) || foreign;
    return never ? List.of() : List.of(Piece.plain("-p " + name(protocol)));
  }

  @Override
  public Optional<String> conflict() {
    return allowed.isEmpty() && excluded.size() > 1
        ? Optional.of(excluded.stream().map(p -> "! -p " + p).collect(Collectors.joining(" and ")))
        : Optional.empty();
  }
}
