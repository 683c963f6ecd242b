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
    if (range.network()) {
      // kernel: net/netfilter/xt_NETMAP.c netmap_tg4()
      to =
          a.mix(
              source ? tuple.src() : tuple.dst(), to, 0xffffffffL & ~(span.first() ^ span.last()));
    } else if (!span.single()) {
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
    V port = inside(a, range.ports().get(), tuple.dport());
    return new Tuple<>(tuple.proto(), tuple.src(), tuple.sport(), tuple.dst(), port);
  }

  private <B, V> Tuple<V> withSourcePort(Context<B, V> state, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    if (range.ports().isPresent() && range.ports().get().single()) {
      return withSourcePort(tuple, a.value(16, range.ports().get().first()));
    }
    B open = open(state, tuple);
    if (a.isFalse(open)) {
      return tuple;
    }
    V drawn = state.choose(port, preferred(a, tuple.sport()));
    Tuple<V> bound = withSourcePort(tuple, a.ifThenElse(open, drawn, tuple.sport()));
    B fixed = a.not(open);
    state.narrow(a.or(fixed, allowed(a, tuple, drawn)));
    state.narrow(a.or(fixed, a.not(Conntrack.taken(state, store, bound.inverse()))));
    return bound;
  }

  /**
   * Where the port is open to choice: with a new address always, else when the tuple is taken, and
   * only for protocols that have something to choose.
   */
  private <B, V> B open(Context<B, V> state, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    B open =
        range.addresses().isPresent()
            ? state.guard()
            : Conntrack.taken(state, state.conntrack(host), tuple.inverse());
    return a.and(
        open,
        a.or(
            a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff),
            a.or(
                a.masked(tuple.proto(), Protocol.TCP.number(), 0xff),
                a.masked(tuple.proto(), Protocol.UDP.number(), 0xff))));
  }

  private <B, V> V preferred(Algebra<B, V> a, V original) {
    return range.ports().isEmpty() ? original : inside(a, range.ports().get(), original);
  }

  private static <B, V> V inside(Algebra<B, V> a, NatRange.Span span, V port) {
    B kept = a.inRange(port, span.first(), span.last());
    return a.ifThenElse(kept, port, a.value(16, span.first()));
  }

  /** An echo request's identifier may become any other; a port stays in its class. */
  private <B, V> B allowed(Algebra<B, V> a, Tuple<V> tuple, V drawn) {
    B echo = a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff);
    return a.or(echo, inClass(a, tuple.sport(), drawn));
  }

  /**
   * Port classes of nf_nat_l4proto_unique_tuple(), or the ports that the rule names. Port 0 is
   * never chosen, but kept when nothing speaks against it.
   */
  private <B, V> B inClass(Algebra<B, V> a, V original, V drawn) {
    if (range.ports().isPresent()) {
      NatRange.Span span = range.ports().get();
      return a.inRange(drawn, span.first(), span.last());
    }
    B low = a.and(a.inRange(original, 0, 511), a.inRange(drawn, 1, 511));
    B middle = a.and(a.inRange(original, 512, 1023), a.inRange(drawn, 600, 1023));
    B high = a.and(a.inRange(original, 1024, 65535), a.inRange(drawn, 1024, 65535));
    B chosen = a.or(low, a.or(middle, high));
    return range.random()
        ? chosen
        : a.or(chosen, a.and(a.masked(original, 0, 0xffff), a.masked(drawn, 0, 0xffff)));
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
