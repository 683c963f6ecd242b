package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Binds one end of a fresh connection: chooses the new tuple and writes its inverse as the entry's
 * reply. The packet itself is rewritten by {@link Translate}.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_setup_info(), get_unique_tuple(),
 * nf_nat_l4proto_unique_tuple()
 *
 * <p>For a source port the checker looks at every port of the original's class, because flows that
 * are not modelled may hold the original one; a simulator keeps it when its own table has it free.
 *
 * @param host number of the host
 * @param source whether the source end is bound
 * @param address drawn from when the range has several addresses
 * @param port drawn from when the kernel chooses a port
 */
public record Bind(int host, boolean source, NatRange range, Choice address, Choice port)
    implements Effect {

  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    Tuple<V> now = Conntrack.reply(store, entry).inverse();
    Tuple<V> moved = withAddress(state, now);
    Tuple<V> bound = source ? withSourcePort(state, moved) : withDestinationPort(a, moved);
    Part flag = source ? Part.SRC_NAT : Part.DST_NAT;
    V set = a.ifThenElse(equal(state, now, bound), store.read(entry, flag), a.value(1, 1));
    store.write(entry, flag, set);
    if (source) {
      store.write(entry, Part.SRC_BOUND, a.value(1, 1));
    }
    Conntrack.writeReply(store, entry, bound.inverse());
  }

  private <B, V> Tuple<V> withAddress(Context<B, V> state, Tuple<V> tuple) {
    if (range.addresses().isEmpty()) {
      return tuple;
    }
    NatRange.Span span = range.addresses().get();
    Algebra<B, V> a = state.algebra();
    V to = a.value(32, span.first());
    if (!span.single()) {
      to = state.choose(address, to);
      state.narrow(a.inRange(to, span.first(), span.last()));
    }
    return source
        ? new Tuple<>(tuple.proto(), to, tuple.sport(), tuple.dst(), tuple.dport())
        : new Tuple<>(tuple.proto(), tuple.src(), tuple.sport(), to, tuple.dport());
  }

  /** A destination port changes only when the rule says so; inside the range it is kept. */
  private <B, V> Tuple<V> withDestinationPort(Algebra<B, V> a, Tuple<V> tuple) {
    if (range.ports().isEmpty()) {
      return tuple;
    }
    NatRange.Span span = range.ports().get();
    B inside = a.inRange(tuple.dport(), span.first(), span.last());
    V port = a.ifThenElse(inside, tuple.dport(), a.value(16, span.first()));
    return new Tuple<>(tuple.proto(), tuple.src(), tuple.sport(), tuple.dst(), port);
  }

  private <B, V> Tuple<V> withSourcePort(Context<B, V> state, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    if (range.ports().isPresent() && range.ports().get().single()) {
      return withSourcePort(tuple, a.value(16, range.ports().get().first()));
    }
    B taken = Conntrack.taken(state, store, tuple.inverse());
    if (range.addresses().isEmpty() && a.isFalse(taken)) {
      return tuple;
    }
    V drawn = state.choose(port, tuple.sport());
    Tuple<V> bound = withSourcePort(tuple, drawn);
    state.narrow(allowed(state, tuple, drawn, taken));
    state.narrow(a.not(Conntrack.taken(state, store, bound.inverse())));
    return bound;
  }

  private <B, V> B allowed(Context<B, V> state, Tuple<V> tuple, V drawn, B taken) {
    Algebra<B, V> a = state.algebra();
    B kept = a.same(tuple.sport(), drawn, 0xffff, state.guard());
    B ported =
        a.or(
            a.masked(tuple.proto(), Protocol.TCP.number(), 0xff),
            a.masked(tuple.proto(), Protocol.UDP.number(), 0xff));
    B echo = a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff);
    B chosen = a.or(a.and(ported, inClass(a, tuple.sport(), drawn)), echo);
    if (range.addresses().isEmpty()) {
      return a.or(a.and(taken, chosen), a.and(a.not(taken), kept));
    }
    return range.random()
        ? a.or(chosen, a.and(kept, a.not(a.or(ported, echo))))
        : a.or(kept, chosen);
  }

  /** Port classes of nf_nat_l4proto_unique_tuple(), or the ports that the rule names. */
  private <B, V> B inClass(Algebra<B, V> a, V original, V drawn) {
    if (range.ports().isPresent()) {
      NatRange.Span span = range.ports().get();
      return a.inRange(drawn, span.first(), span.last());
    }
    B low = a.and(a.inRange(original, 0, 511), a.inRange(drawn, 1, 511));
    B middle = a.and(a.inRange(original, 512, 1023), a.inRange(drawn, 600, 1023));
    B high = a.and(a.inRange(original, 1024, 65535), a.inRange(drawn, 1024, 65535));
    return a.or(low, a.or(middle, high));
  }

  private static <V> Tuple<V> withSourcePort(Tuple<V> tuple, V port) {
    return new Tuple<>(tuple.proto(), tuple.src(), port, tuple.dst(), tuple.dport());
  }

  private static <B, V> B equal(Context<B, V> state, Tuple<V> one, Tuple<V> other) {
    Algebra<B, V> a = state.algebra();
    B same = a.same(one.src(), other.src(), 0xffffffffL, state.guard());
    same = a.same(one.sport(), other.sport(), 0xffff, same);
    same = a.same(one.dst(), other.dst(), 0xffffffffL, same);
    return a.same(one.dport(), other.dport(), 0xffff, same);
  }
}
