package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;

/**
 * The destination port of a connection whose destination is bound: it changes only when the rule
 * names ports, and is kept when it is one of several and the tuple is free; else the ports are
 * tried in turn. Echo requests have no port there, but an identifier, which changes in the same way
 * when the tuple is taken.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c get_unique_tuple(), nf_nat_l4proto_unique_tuple()
 *
 * @param draw for {@code --random}, which says nothing where the ports are shifted by a base
 */
record DestinationPort(int host, NatRange range, Choice draw) {
  private static final NatRange.Span IDENTIFIERS = new NatRange.Span(0, 0xffff);
  private static final long PORT = 0xffff;

  /** kernel: NF_NAT_MAX_ATTEMPTS */
  private static final int ATTEMPTS = 128;

  <B, V> Tuple<V> in(Context<B, V> state, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    if (range.ports().isPresent()) {
      return withPort(state, tuple, range.ports().get());
    }
    B echo = a.and(state.guard(), a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff));
    B open = range.random() || a.isFalse(echo) ? echo : a.and(echo, taken(state, tuple));
    if (a.isFalse(open)) {
      return tuple;
    }
    V first = range.random() ? drawn(state, IDENTIFIERS, open) : a.value(16, IDENTIFIERS.first());
    return free(state, tuple, IDENTIFIERS, open, first);
  }

  private <B, V> Tuple<V> withPort(Context<B, V> state, Tuple<V> tuple, NatRange.Span span) {
    Algebra<B, V> a = state.algebra();
    if (range.random() && range.base().isEmpty()) {
      return free(state, tuple, span, state.guard(), drawn(state, span, state.guard()));
    }
    B kept =
        range.base().isPresent()
            ? a.constant(false)
            : a.inRange(tuple.dport(), span.first(), span.last());
    B alone = a.isFalse(kept) || span.single() ? kept : a.and(kept, a.not(taken(state, tuple)));
    V first =
        range
            .base()
            .map(base -> shifted(state, tuple.dport(), span, base))
            .orElse(a.value(16, span.first()));
    return free(state, tuple, span, a.and(state.guard(), a.not(alone)), first);
  }

  /** Any of them; where it does not matter, the first. */
  private <B, V> V drawn(Context<B, V> state, NatRange.Span span, B open) {
    Algebra<B, V> a = state.algebra();
    V drawn = a.mix(a.value(16, 0), state.choose(draw, a.value(16, span.first())), PORT);
    state.narrow(a.or(a.not(open), a.inRange(drawn, span.first(), span.last())));
    return a.ifThenElse(open, drawn, a.value(16, span.first()));
  }

  /**
   * The port as far behind the first one as this one is behind the base, beginning again behind the
   * last one; the distance is one of sixteen bits.
   */
  private static <B, V> V shifted(Context<B, V> state, V port, NatRange.Span span, long base) {
    Algebra<B, V> a = state.algebra();
    V result = a.value(16, span.first());
    if (span.single()) {
      return result;
    }
    for (long behind = 0; behind <= PORT; behind += span.size()) {
      long last = Math.min(behind + span.size() - 1, PORT);
      for (long from : new long[] {base, base - PORT - 1}) {
        long low = Math.max(0, from + behind);
        long high = Math.min(PORT, from + last);
        B here = low > high ? a.constant(false) : a.inRange(port, low, high);
        if (!a.isFalse(a.and(state.guard(), here))) {
          V moved = a.plus(port, span.first() - behind - from);
          result = a.ifThenElse(here, moved, result);
        }
      }
    }
    return result;
  }

  /** The tuple with the first port from this one on that is free, or the last one that is tried. */
  private <B, V> Tuple<V> free(
      Context<B, V> state, Tuple<V> tuple, NatRange.Span span, B open, V first) {
    Algebra<B, V> a = state.algebra();
    Tuple<V> found = tuple;
    B left = open;
    V next = first;
    for (long i = 0; i < Math.min(ATTEMPTS, span.size()) && !a.isFalse(left); i++) {
      found = with(a, left, found, next);
      left = span.single() ? a.constant(false) : a.and(left, taken(state, found));
      B end = a.masked(next, span.last(), PORT);
      next = a.ifThenElse(end, a.value(16, span.first()), a.plus(next, 1));
    }
    return found;
  }

  private <B, V> Tuple<V> with(Algebra<B, V> a, B where, Tuple<V> tuple, V number) {
    boolean port = range.ports().isPresent();
    return new Tuple<>(
        tuple.zone(),
        tuple.proto(),
        tuple.answer(),
        tuple.src(),
        port ? tuple.sport() : a.ifThenElse(where, number, tuple.sport()),
        tuple.dst(),
        port ? a.ifThenElse(where, number, tuple.dport()) : tuple.dport());
  }

  private <B, V> B taken(Context<B, V> state, Tuple<V> tuple) {
    return Conntrack.taken(state, state.conntrack(host), tuple.inverse(state.algebra()));
  }
}
