package org.hookline.ir.conntrack;

import java.util.List;
import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/** Conntrack, written once over {@link Store} for both interpreters. */
public final class Conntrack {
  private Conntrack() {}

  /**
   * What a packet is looked up by: its own tuple, or for an ICMP error the inverse of what it
   * quotes, because the error travels against the packet that caused it.
   */
  public static <B, V> Tuple<V> key(Context<B, V> state, boolean quoted) {
    return quoted ? Tuple.ofQuoted(state).inverse(state.algebra()) : Tuple.ofPacket(state);
  }

  /** What a found entry means for the packet, or for the ICMP error that quotes one of its own. */
  public static <B, V> void hit(
      Context<B, V> state, Store<B, V> store, Found<B, V> found, boolean quoted) {
    if (quoted) {
      related(state, found);
    } else {
      hit(state, store, found);
    }
  }

  /**
   * What a found entry means for the packet.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c resolve_normal_ct(), nf_conntrack_in()
   */
  private static <B, V> void hit(Context<B, V> state, Store<B, V> store, Found<B, V> found) {
    Algebra<B, V> a = state.algebra();
    V entry = found.entry();
    B reopened = TcpTracking.reopens(state, store, entry, found.reply());
    if (!a.isFalse(reopened)) {
      renew(state, store, entry, reopened);
    }
    B invalid = TcpTracking.track(state, store, entry, found.reply());
    if (found.reply()) {
      V seen = store.read(entry, Part.SEEN_REPLY);
      store.write(entry, Part.SEEN_REPLY, a.ifThenElse(invalid, seen, a.value(1, 1)));
    }
    B answered = a.masked(store.read(entry, Part.SEEN_REPLY), 1, 1);
    V known = a.ifThenElse(answered, value(a, CtState.ESTABLISHED), value(a, CtState.NEW));
    state.set(Fields.CT_STATE, a.ifThenElse(invalid, value(a, CtState.INVALID), known));
    V none = a.value(Fields.CT_ENTRY.width(), 0);
    state.set(Fields.CT_ENTRY, a.ifThenElse(invalid, none, entry));
    V reply = a.value(1, found.reply() ? 1 : 0);
    state.set(Fields.CT_REPLY, a.ifThenElse(invalid, a.value(1, 0), reply));
    state.set(Fields.CT_FRESH, a.ifThenElse(reopened, a.value(1, 1), a.value(1, 0)));
  }

  /** The entry is deleted, and a new one for the same packet takes its place. */
  private static <B, V> void renew(Context<B, V> state, Store<B, V> store, V entry, B where) {
    Algebra<B, V> a = state.algebra();
    Tuple<V> tuple = Tuple.ofPacket(state);
    for (Part part : Part.values()) {
      V fresh =
          switch (part) {
            case REPLY_SRC -> tuple.dst();
            case REPLY_SPORT -> tuple.dport();
            case REPLY_DST -> tuple.src();
            case REPLY_DPORT -> tuple.sport();
            default -> a.value(part.width(), 0);
          };
      boolean kept = part.ordinal() <= Part.ORIGINAL_DPORT.ordinal();
      if (!kept) {
        store.write(entry, part, a.ifThenElse(where, fresh, store.read(entry, part)));
      }
    }
  }

  private static <B, V> V value(Algebra<B, V> a, CtState state) {
    return a.value(Fields.CT_STATE.width(), state.value());
  }

  /**
   * What a found entry means for an ICMP error that quotes one of its packets.
   *
   * @param found the entry of the quoted packet's inverse, so that an error about a packet in
   *     original direction travels in reply direction
   */
  private static <B, V> void related(Context<B, V> state, Found<B, V> found) {
    Algebra<B, V> a = state.algebra();
    state.set(Fields.CT_STATE, value(a, CtState.RELATED));
    state.set(Fields.CT_ENTRY, found.entry());
    state.set(Fields.CT_REPLY, a.value(1, found.reply() ? 1 : 0));
    state.set(Fields.CT_FRESH, a.value(1, 0));
  }

  /** A new, unconfirmed entry for the packet in hand; its table has room. */
  public static <B, V> void create(Context<B, V> state, Store<B, V> store) {
    V entry = store.create(state.guard());
    Algebra<B, V> a = state.algebra();
    Tuple<V> tuple = Tuple.ofPacket(state);
    store.write(entry, Part.ZONE, tuple.zone());
    store.write(entry, Part.PROTO, tuple.proto());
    writeOriginal(store, entry, tuple);
    writeReply(store, entry, tuple.inverse(a));
    B icmp = a.masked(tuple.proto(), Protocol.ICMP.number(), Fields.PROTO.mask());
    V none = a.value(Part.ICMP_TYPE.width(), 0);
    store.write(entry, Part.ICMP_TYPE, a.ifThenElse(icmp, state.get(Fields.ICMP_TYPE), none));
    store.write(entry, Part.TCP_STATE, TcpTracking.opened(state));
    state.set(Fields.CT_STATE, value(a, CtState.NEW));
    state.set(Fields.CT_ENTRY, entry);
    state.set(Fields.CT_REPLY, a.value(1, 0));
    state.set(Fields.CT_FRESH, a.value(1, 1));
  }

  /** Where the packet has an entry that is not confirmed yet. */
  public static <B, V> B unconfirmed(Context<B, V> state, Store<B, V> store) {
    Algebra<B, V> a = state.algebra();
    V entry = state.get(Fields.CT_ENTRY);
    B none = a.masked(entry, 0, Fields.CT_ENTRY.mask());
    return a.not(a.or(none, a.masked(store.read(entry, Part.CONFIRMED), 1, 1)));
  }

  /** The part of the guard where another confirmed entry already has one of this entry's tuples. */
  public static <B, V> B clash(Context<B, V> state, Store<B, V> store) {
    V entry = state.get(Fields.CT_ENTRY);
    Algebra<B, V> a = state.algebra();
    return a.or(
        taken(state, store, original(a, store, entry)),
        taken(state, store, reply(a, store, entry)));
  }

  /** The part of the guard where a confirmed entry has this tuple, in either direction. */
  static <B, V> B taken(Context<B, V> state, Store<B, V> store, Tuple<V> tuple) {
    B where = state.algebra().constant(false);
    List<Found<B, V>> found = store.find(state.guard(), tuple);
    for (Found<B, V> one : found) {
      where = state.algebra().or(where, one.where());
    }
    return where;
  }

  public static <B, V> void confirm(Context<B, V> state, Store<B, V> store) {
    Algebra<B, V> a = state.algebra();
    store.write(state.get(Fields.CT_ENTRY), Part.CONFIRMED, a.value(1, 1));
    state.set(Fields.CT_FRESH, a.value(1, 0));
  }

  static <B, V> Tuple<V> original(Algebra<B, V> a, Store<B, V> store, V entry) {
    return new Tuple<>(
        store.read(entry, Part.ZONE),
        store.read(entry, Part.PROTO),
        a.value(1, 0),
        store.read(entry, Part.ORIGINAL_SRC),
        store.read(entry, Part.ORIGINAL_SPORT),
        store.read(entry, Part.ORIGINAL_DST),
        store.read(entry, Part.ORIGINAL_DPORT));
  }

  static <B, V> Tuple<V> reply(Algebra<B, V> a, Store<B, V> store, V entry) {
    V proto = store.read(entry, Part.PROTO);
    return new Tuple<>(
        store.read(entry, Part.ZONE),
        proto,
        Tuple.answering(a, proto),
        store.read(entry, Part.REPLY_SRC),
        store.read(entry, Part.REPLY_SPORT),
        store.read(entry, Part.REPLY_DST),
        store.read(entry, Part.REPLY_DPORT));
  }

  private static <B, V> void writeOriginal(Store<B, V> store, V entry, Tuple<V> tuple) {
    store.write(entry, Part.ORIGINAL_SRC, tuple.src());
    store.write(entry, Part.ORIGINAL_SPORT, tuple.sport());
    store.write(entry, Part.ORIGINAL_DST, tuple.dst());
    store.write(entry, Part.ORIGINAL_DPORT, tuple.dport());
  }

  static <B, V> void writeReply(Store<B, V> store, V entry, Tuple<V> tuple) {
    store.write(entry, Part.REPLY_SRC, tuple.src());
    store.write(entry, Part.REPLY_SPORT, tuple.sport());
    store.write(entry, Part.REPLY_DST, tuple.dst());
    store.write(entry, Part.REPLY_DPORT, tuple.dport());
  }
}
