package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Rewrites one end of the packet to what its entry says: the inverse of the other direction's
 * tuple. One line for the four cases (original or reply direction, source or destination). An
 * echo's identifier belongs to both ends, and is rewritten where either is translated.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_packet(), nf_nat_manip_pkt()
 *
 * @param host number of the host
 * @param source whether the source end is rewritten (POSTROUTING, INPUT) or the destination end
 *     (PREROUTING, OUTPUT)
 */
public record Translate(int host, boolean source) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    B reply = a.masked(state.get(Fields.CT_REPLY), 1, 1);
    Tuple<V> forward = Conntrack.reply(a, store, entry).inverse(a);
    Tuple<V> backward = Conntrack.original(a, store, entry).inverse(a);
    V plain = store.read(entry, source ? Part.SRC_NAT : Part.DST_NAT);
    V inverted = store.read(entry, source ? Part.DST_NAT : Part.SRC_NAT);
    B meant = a.masked(a.ifThenElse(reply, inverted, plain), 1, 1);
    B echo = a.and(meant, a.masked(state.get(Fields.PROTO), Protocol.ICMP.number(), 0xff));
    if (!a.isFalse(echo)) {
      V sport = a.ifThenElse(reply, backward.sport(), forward.sport());
      V dport = a.ifThenElse(reply, backward.dport(), forward.dport());
      state.set(Fields.SPORT, a.ifThenElse(echo, sport, state.get(Fields.SPORT)));
      state.set(Fields.DPORT, a.ifThenElse(echo, dport, state.get(Fields.DPORT)));
    }
    if (source) {
      state.set(Fields.SRC, a.ifThenElse(reply, backward.src(), forward.src()));
      state.set(Fields.SPORT, a.ifThenElse(reply, backward.sport(), forward.sport()));
    } else {
      state.set(Fields.DST, a.ifThenElse(reply, backward.dst(), forward.dst()));
      state.set(Fields.DPORT, a.ifThenElse(reply, backward.dport(), forward.dport()));
    }
  }
}
