package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.PortRange;

/**
 * The source or the destination port: a single range of {@code -m tcp}, or {@code -m multiport}.
 * Several matches of one end become one, because iptables-nft takes only the last of them.
 */
final class PortOption implements Option {
  /** kernel: include/uapi/linux/netfilter/xt_multiport.h XT_MULTI_PORTS; a range takes two */
  private static final int PLACES = 15;

  /** Protocols whose module knows {@code --sport} and {@code --dport}. */
  private static final Set<String> MODULES = Set.of("tcp", "udp", "sctp", "dccp");

  private final String option;
  private final ProtocolOption protocol;
  private final List<List<PortRange>> allowed = new ArrayList<>();
  private final List<List<PortRange>> excluded = new ArrayList<>();

  PortOption(String option, ProtocolOption protocol) {
    this.option = option;
    this.protocol = protocol;
  }

  void add(boolean negated, List<PortRange> ports) {
    (negated ? excluded : allowed).add(ports);
  }

  /** More ports than fit into one match: further rules, or if negated further matches. */
  @Override
  public List<Piece> pieces() {
    if (allowed.isEmpty() && excluded.size() == 1 && complement(excluded.get(0)).size() > 1) {
      return List.of(negated(excluded.get(0)));
    }
    List<PortRange> ports = allowed.isEmpty() ? List.of(PortRange.ANY) : allowed.get(0);
    for (int i = 1; i < allowed.size(); i++) {
      ports = intersection(ports, allowed.get(i));
    }
    for (List<PortRange> holes : excluded) {
      ports = intersection(ports, complement(holes));
    }
    return ports.equals(List.of(PortRange.ANY))
        ? List.of(Piece.NONE)
        : chunks(ports).stream().map(c -> piece("", c)).toList();
  }

  /** A packet matches if it matches none: one match behind the other. */
  private Piece negated(List<PortRange> ports) {
    List<Piece> pieces = chunks(ports).stream().map(c -> piece("! ", c)).toList();
    String further =
        pieces.stream().skip(1).map(p -> " -m multiport " + p.text()).collect(Collectors.joining());
    return new Piece(pieces.get(0).module(), option, pieces.get(0).text() + further);
  }

  private Piece piece(String not, List<PortRange> ports) {
    String own = protocol.only().map(Object::toString).orElse("");
    String text = ports.stream().map(PortRange::colon).collect(Collectors.joining(","));
    return ports.size() == 1 && MODULES.contains(own)
        ? new Piece(own, option, not + option + " " + text)
        : new Piece("multiport", option, not + option + "s " + text);
  }

  private static List<PortRange> intersection(List<PortRange> one, List<PortRange> other) {
    List<PortRange> both = new ArrayList<>();
    for (PortRange a : merged(one)) {
      for (PortRange b : merged(other)) {
        int first = Math.max(a.first(), b.first());
        int last = Math.min(a.last(), b.last());
        if (first <= last) {
          both.add(new PortRange(first, last));
        }
      }
    }
    return both;
  }

  private static List<PortRange> complement(List<PortRange> ports) {
    List<PortRange> rest = new ArrayList<>();
    int next = 0;
    for (PortRange range : merged(ports)) {
      if (next < range.first()) {
        rest.add(new PortRange(next, range.first() - 1));
      }
      next = range.last() + 1;
    }
    if (next <= PortRange.ANY.last()) {
      rest.add(new PortRange(next, PortRange.ANY.last()));
    }
    return rest;
  }

  /** In order and without overlaps. */
  private static List<PortRange> merged(List<PortRange> ports) {
    List<PortRange> merged = new ArrayList<>();
    for (PortRange next : ports.stream().sorted().toList()) {
      int end = merged.size() - 1;
      if (end >= 0 && next.first() <= merged.get(end).last()) {
        PortRange last = merged.get(end);
        merged.set(end, new PortRange(last.first(), Math.max(last.last(), next.last())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** What one match holds; several hold no port twice. */
  private static List<List<PortRange>> chunks(List<PortRange> ports) {
    List<List<PortRange>> chunks = filled(ports);
    return chunks.size() <= 1 ? chunks : filled(merged(ports));
  }

  private static List<List<PortRange>> filled(List<PortRange> ports) {
    List<List<PortRange>> chunks = new ArrayList<>();
    int free = 0;
    for (PortRange range : ports) {
      int places = range.first() == range.last() ? 1 : 2;
      if (free < places) {
        chunks.add(new ArrayList<>());
        free = PLACES;
      }
      chunks.get(chunks.size() - 1).add(range);
      free -= places;
    }
    return chunks;
  }
}
