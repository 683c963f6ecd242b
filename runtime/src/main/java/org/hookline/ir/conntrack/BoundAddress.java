package org.hookline.ir.conntrack;

import java.util.List;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;

/**
 * The address that a connection is bound to: a network's with the host part of the packet, the only
 * one there is, or of several the one that a hash of the addresses names.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c find_best_ips_proto(); net/netfilter/xt_NETMAP.c
 * netmap_tg4()
 */
record BoundAddress(Bind bind) {

  /**
   * The tuple with its new address.
   *
   * @param mapped the mapping that is used again
   */
  <B, V> Tuple<V> in(Context<B, V> state, Mapped<B, V> mapped, Tuple<V> now) {
    Algebra<B, V> a = state.algebra();
    NatRange range = bind.range();
    if (range.addresses().isEmpty()) {
      return now;
    }
    NatRange.Span span = range.addresses().get();
    V to = a.value(32, span.first());
    if (range.network()) {
      V host = bind.source() ? now.src() : now.dst();
      to = a.mix(host, to, 0xffffffffL & ~(span.first() ^ span.last()));
    } else if (!span.single()) {
      V drawn = hashed(state, span, now);
      B kept = Mapped.untouched(bind, state, now);
      to = a.ifThenElse(kept, now.src(), a.ifThenElse(mapped.where(), mapped.src(), drawn));
    }
    return bind.source()
        ? new Tuple<>(
            now.zone(), now.proto(), now.answer(), to, now.sport(), now.dst(), now.dport())
        : new Tuple<>(
            now.zone(), now.proto(), now.answer(), now.src(), now.sport(), to, now.dport());
  }

  private <B, V> V hashed(Context<B, V> state, NatRange.Span span, Tuple<V> now) {
    boolean persistent = bind.range().persistent();
    V drawn =
        state.compute(
            bind.address(),
            in -> new AddressHash(in[0], in[1], in[2]).in(span, persistent),
            List.of(now.src(), now.dst(), now.zone()));
    state.narrow(state.algebra().inRange(drawn, span.first(), span.last()));
    return drawn;
  }
}
