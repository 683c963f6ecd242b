package org.hookline.ir.conntrack;

import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Rewrites one end of the packet to what its entry says: the inverse of the other direction's
 * tuple. One line for the four cases (original or reply direction, source or destination).
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
    Tuple<V> forward = Conntrack.reply(store, entry).inverse();
    Tuple<V> backward = Conntrack.original(store, entry).inverse();
    if (source) {
      state.set(Fields.SRC, a.ifThenElse(reply, backward.src(), forward.src()));
      state.set(Fields.SPORT, a.ifThenElse(reply, backward.sport(), forward.sport()));
    } else {
      state.set(Fields.DST, a.ifThenElse(reply, backward.dst(), forward.dst()));
      state.set(Fields.DPORT, a.ifThenElse(reply, backward.dport(), forward.dport()));
    }
  }
}
