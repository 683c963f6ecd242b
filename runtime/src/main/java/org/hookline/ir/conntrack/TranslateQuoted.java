package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * Translates an ICMP error of a NATed connection: one end of the quoted packet, and one outer
 * address, only when the connection has that kind of NAT. A quoted echo's identifier belongs to
 * both ends.
 *
 * <p>kernel: net/netfilter/nf_nat_proto.c nf_nat_icmp_reply_translation()
 *
 * @param host number of the host
 * @param source whether the hook rewrites sources (POSTROUTING, INPUT) or destinations
 */
public record TranslateQuoted(int host, boolean source) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    B reply = a.masked(state.get(Fields.CT_REPLY), 1, 1);
    V plain = store.read(entry, source ? Part.SRC_NAT : Part.DST_NAT);
    V inverted = store.read(entry, source ? Part.DST_NAT : Part.SRC_NAT);
    B meant = a.masked(a.ifThenElse(reply, inverted, plain), 1, 1);
    Tuple<V> original = Conntrack.original(a, store, entry);
    Tuple<V> answer = Conntrack.reply(a, store, entry);
    B echo = a.and(meant, a.masked(state.get(Fields.INNER_PROTO), Protocol.ICMP.number(), 0xff));
    V sport = a.ifThenElse(reply, original.sport(), answer.sport());
    V dport = a.ifThenElse(reply, original.dport(), answer.dport());
    put(state, source ? echo : meant, Fields.INNER_SPORT, sport);
    put(state, source ? meant : echo, Fields.INNER_DPORT, dport);
    if (source) {
      put(state, meant, Fields.INNER_DST, a.ifThenElse(reply, original.dst(), answer.dst()));
      put(state, meant, Fields.SRC, a.ifThenElse(reply, original.dst(), answer.dst()));
    } else {
      put(state, meant, Fields.INNER_SRC, a.ifThenElse(reply, original.src(), answer.src()));
      put(state, meant, Fields.DST, a.ifThenElse(reply, original.src(), answer.src()));
    }
  }

  private static <B, V> void put(Context<B, V> state, B where, Field field, V value) {
    state.set(field, state.algebra().ifThenElse(where, value, state.get(field)));
  }
}
