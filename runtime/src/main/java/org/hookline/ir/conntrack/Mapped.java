package org.hookline.ir.conntrack;

import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.packet.Fields;

/**
 * The mapping that another connection from the same source already has: it is used again when the
 * range allows it and the tuple is free, unless the original source is in the range itself.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c get_unique_tuple(), find_appropriate_src()
 *
 * @param where a mapping is used again
 * @param src its address
 * @param sport its port
 */
record Mapped<B, V>(B where, V src, V sport) {
  private static final long ADDRESS = 0xffffffffL;
  private static final long PORT = 0xffff;

  /**
   * The latest mapping that fits.
   *
   * @param now the tuple as it is
   */
  static <B, V> Mapped<B, V> of(Bind bind, Context<B, V> state, Tuple<V> now) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(bind.host());
    NatRange range = bind.range();
    Mapped<B, V> mapped = new Mapped<>(a.constant(false), now.src(), now.sport());
    if (!bind.source() || range.random() || range.addresses().isEmpty()) {
      return mapped;
    }
    B open = a.and(state.guard(), a.not(fits(a, range, now)));
    for (int number = store.size(); number > 0 && !a.isFalse(open); number--) {
      V entry = a.value(Fields.CT_ENTRY.width(), number);
      B same = sameSource(state, store, entry, now, open);
      if (!a.isFalse(same)) {
        Tuple<V> there = Conntrack.reply(a, store, entry).inverse(a);
        Tuple<V> again =
            new Tuple<>(
                now.zone(),
                now.proto(),
                now.answer(),
                there.src(),
                there.sport(),
                now.dst(),
                now.dport());
        B meant = a.and(same, fits(a, range, again));
        B free = a.and(meant, a.not(Conntrack.taken(state, store, again.inverse(a))));
        mapped =
            new Mapped<>(
                a.or(mapped.where, free),
                a.ifThenElse(free, again.src(), mapped.src),
                a.ifThenElse(free, again.sport(), mapped.sport));
        open = a.and(open, a.not(meant));
      }
    }
    return mapped;
  }

  private static <B, V> B sameSource(
      Context<B, V> state, Store<B, V> store, V entry, Tuple<V> now, B open) {
    Algebra<B, V> a = state.algebra();
    B known = a.and(open, a.masked(store.read(entry, Part.CONFIRMED), 1, 1));
    B bound = a.and(known, a.masked(store.read(entry, Part.SRC_BOUND), 1, 1));
    if (a.isFalse(bound)) {
      return bound;
    }
    Tuple<V> original = Conntrack.original(a, store, entry);
    B zone = a.same(original.zone(), now.zone(), PORT, bound);
    B proto = a.same(original.proto(), now.proto(), PORT, zone);
    B src = a.same(original.src(), now.src(), ADDRESS, proto);
    return a.same(original.sport(), now.sport(), PORT, src);
  }

  /** kernel: nf_in_range() */
  private static <B, V> B fits(Algebra<B, V> a, NatRange range, Tuple<V> tuple) {
    NatRange.Span span = range.addresses().get();
    B address = a.inRange(tuple.src(), span.first(), span.last());
    return range
        .ports()
        .map(p -> a.and(address, a.inRange(tuple.sport(), p.first(), p.last())))
        .orElse(address);
  }

  /** Where the source is in the range and its tuple free: it is not translated at all. */
  static <B, V> B untouched(Bind bind, Context<B, V> state, Tuple<V> now) {
    Algebra<B, V> a = state.algebra();
    NatRange range = bind.range();
    if (!bind.source() || range.random()) {
      return a.constant(false);
    }
    B fits = fits(a, range, now);
    return a.isFalse(fits)
        ? fits
        : a.and(fits, a.not(Conntrack.taken(state, state.conntrack(bind.host()), now.inverse(a))));
  }
}
