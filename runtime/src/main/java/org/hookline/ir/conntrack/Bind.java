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
 * The draw says first whether the port moves at all: so a kept port is known to be the same one,
 * and need not be compared bit by bit with everything that could have been drawn. A port that
 * "moves" to where it was counts as translated; that changes no packet.
 *
 * @param host number of the host
 * @param source whether the source end is bound
 * @param address drawn from when the range has several addresses, 32 bits
 * @param port drawn from when the kernel chooses a port, {@link #PORT_BITS}
 */
public record Bind(int host, boolean source, NatRange range, Choice address, Choice port)
    implements Effect {
  /** Width of the choice of a port: sixteen bits below the one that tells whether it moves. */
  public static final int PORT_BITS = 17;

  private static final long MOVED = 0x10000;
  private static final long PORT = 0xffff;

  /**
   * What is drawn at random is hardly ever the same port again: a bit that makes it another one.
   */
  private static final long ANOTHER = 0x800;

  /**
   * A new tuple.
   *
   * @param moved where its port is another one
   */
  private record Bound<B, V>(Tuple<V> tuple, B moved) {}

  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    Tuple<V> now = Conntrack.reply(a, store, entry).inverse(a);
    Mapped<B, V> mapped = Mapped.of(this, state, now);
    Tuple<V> there = new BoundAddress(this).in(state, mapped, now);
    Bound<B, V> bound =
        source ? withSourcePort(state, mapped, there) : withDestinationPort(state, there);
    Part flag = source ? Part.SRC_NAT : Part.DST_NAT;
    B changed = a.or(bound.moved(), a.not(sameAddress(state, now, there)));
    store.write(entry, flag, a.ifThenElse(changed, a.value(1, 1), store.read(entry, flag)));
    store.write(entry, source ? Part.SRC_BOUND : Part.DST_BOUND, a.value(1, 1));
    Conntrack.writeReply(store, entry, bound.tuple().inverse(a));
  }

  private <B, V> B sameAddress(Context<B, V> state, Tuple<V> one, Tuple<V> other) {
    Algebra<B, V> a = state.algebra();
    return source
        ? a.same(one.src(), other.src(), 0xffffffffL, state.guard())
        : a.same(one.dst(), other.dst(), 0xffffffffL, state.guard());
  }

  private <B, V> Bound<B, V> withDestinationPort(Context<B, V> state, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    Tuple<V> bound = new DestinationPort(host, range, port).in(state, tuple);
    B same =
        a.and(
            a.same(tuple.sport(), bound.sport(), PORT, state.guard()),
            a.same(tuple.dport(), bound.dport(), PORT, state.guard()));
    return new Bound<>(bound, a.not(same));
  }

  private <B, V> Bound<B, V> withSourcePort(
      Context<B, V> state, Mapped<B, V> mapped, Tuple<V> tuple) {
    Algebra<B, V> a = state.algebra();
    V original = tuple.sport();
    if (range.ports().isPresent() && range.ports().get().single()) {
      V fixed = a.value(16, range.ports().get().first());
      B moved = a.not(a.same(original, fixed, PORT, state.guard()));
      return new Bound<>(withSourcePort(tuple, fixed), moved);
    }
    B open = a.and(open(state, tuple), a.not(mapped.where()));
    if (a.isFalse(open)) {
      return mapped(state, mapped, new Bound<>(tuple, a.constant(false)));
    }
    B keeps = keeps(a, original);
    V drawn = state.choose(port, preferred(a, original, keeps));
    B moves = a.and(open, a.masked(drawn, MOVED, MOVED));
    V moved = a.mix(a.value(16, 0), drawn, PORT);
    Tuple<V> bound = withSourcePort(tuple, a.ifThenElse(moves, moved, original));
    B stays = a.and(a.not(moves), a.or(a.not(open), keeps));
    state.narrow(a.or(stays, a.and(moves, allowed(a, tuple, moved))));
    B taken = Conntrack.taken(state, state.conntrack(host), bound.inverse(a));
    state.narrow(a.not(a.and(open, taken)));
    return mapped(state, mapped, new Bound<>(bound, moves));
  }

  private static <B, V> Bound<B, V> mapped(
      Context<B, V> state, Mapped<B, V> mapped, Bound<B, V> otherwise) {
    Algebra<B, V> a = state.algebra();
    if (a.isFalse(mapped.where())) {
      return otherwise;
    }
    Tuple<V> tuple = otherwise.tuple();
    V port = a.ifThenElse(mapped.where(), mapped.sport(), tuple.sport());
    return new Bound<>(withSourcePort(tuple, port), a.or(otherwise.moved(), mapped.where()));
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
            : Conntrack.taken(state, state.conntrack(host), tuple.inverse(a));
    return a.and(
        open,
        a.or(
            a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff),
            a.or(
                a.masked(tuple.proto(), Protocol.TCP.number(), 0xff),
                a.masked(tuple.proto(), Protocol.UDP.number(), 0xff))));
  }

  /** Where the rule lets the original port be, if it is free. */
  private <B, V> B keeps(Algebra<B, V> a, V original) {
    if (range.random() || range.ports().isEmpty()) {
      return a.constant(!range.random());
    }
    NatRange.Span span = range.ports().get();
    return a.inRange(original, span.first(), span.last());
  }

  private <B, V> V preferred(Algebra<B, V> a, V original, B keeps) {
    V kept = a.mix(a.value(PORT_BITS, 0), original, PORT);
    V other =
        range.ports().isPresent()
            ? a.value(PORT_BITS, MOVED | range.ports().get().first())
            : a.mix(a.value(PORT_BITS, MOVED), a.flip(original, ANOTHER), PORT);
    return a.ifThenElse(keeps, kept, other);
  }

  /** An echo request's identifier may become any other; a port stays in its class. */
  private <B, V> B allowed(Algebra<B, V> a, Tuple<V> tuple, V drawn) {
    B echo = a.masked(tuple.proto(), Protocol.ICMP.number(), 0xff);
    return a.or(echo, inClass(a, tuple.sport(), drawn));
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
    return new Tuple<>(
        tuple.zone(), tuple.proto(), tuple.answer(), tuple.src(), port, tuple.dst(), tuple.dport());
  }
}
