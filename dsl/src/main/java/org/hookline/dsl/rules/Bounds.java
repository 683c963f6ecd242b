package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.Saddr;

/**
 * Between which addresses of IPv4 and which ports the packets of a rule lie: enough to see in a few
 * comparisons that most pairs of rules have nothing to do with each other.
 */
record Bounds(Span source, Span destination, Span sourcePort, Span destinationPort) {

  /** Both ends included; an empty span ends before it begins. */
  record Span(long first, long last) {
    private static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    private boolean holds(Span other) {
      return first <= other.first && other.last <= last;
    }

    private Span and(Span other) {
      return new Span(Math.max(first, other.first), Math.min(last, other.last));
    }
  }

  static Bounds of(Rule rule) {
    Bounds bounds = new Bounds(Span.ALL, Span.ALL, Span.ALL, Span.ALL);
    for (Match match : rule.matches()) {
      bounds = bounds.and(of(match));
    }
    return bounds;
  }

  private static Bounds of(Match match) {
    if (match instanceof Saddr source && !source.negated()) {
      return new Bounds(span(source.addresses()), Span.ALL, Span.ALL, Span.ALL);
    }
    if (match instanceof Daddr destination && !destination.negated()) {
      return new Bounds(Span.ALL, span(destination.addresses()), Span.ALL, Span.ALL);
    }
    if (match instanceof Ports ports && !ports.negated()) {
      Span span = span(ports.ports());
      return ports.end() == Ports.End.SPORT
          ? new Bounds(Span.ALL, Span.ALL, span, Span.ALL)
          : new Bounds(Span.ALL, Span.ALL, Span.ALL, span);
    }
    return new Bounds(Span.ALL, Span.ALL, Span.ALL, Span.ALL);
  }

  private static Span span(AddressSet addresses) {
    List<AddressRange> ranges = addresses.ranges();
    if (ranges.isEmpty()) {
      return Span.NONE;
    }
    AddressRange last = ranges.get(ranges.size() - 1);
    boolean ipv4 = ranges.get(0).first().family() == Family.IPV4;
    return ipv4 && last.last().family() == Family.IPV4
        ? new Span(ranges.get(0).first().low(), last.last().low())
        : Span.ALL;
  }

  private static Span span(List<PortRange> ports) {
    return new Span(
        ports.stream().mapToLong(PortRange::first).min().orElse(Span.NONE.first()),
        ports.stream().mapToLong(PortRange::last).max().orElse(Span.NONE.last()));
  }

  private Bounds and(Bounds other) {
    return new Bounds(
        source.and(other.source),
        destination.and(other.destination),
        sourcePort.and(other.sourcePort),
        destinationPort.and(other.destinationPort));
  }

  /** Whether a rule with these bounds can match all that one with the others matches. */
  boolean hold(Bounds others) {
    return destinationPort.holds(others.destinationPort)
        && source.holds(others.source)
        && destination.holds(others.destination)
        && sourcePort.holds(others.sourcePort);
  }
}
