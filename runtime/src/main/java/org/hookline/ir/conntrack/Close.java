package org.hookline.ir.conntrack;

import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Closes the TCP connection of the packet in hand, if it is confirmed.
 *
 * <p>kernel: net/netfilter/nf_conntrack_proto_tcp.c nf_conntrack_tcp_set_closing()
 */
public record Close(int host) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    B confirmed = a.masked(store.read(entry, Part.CONFIRMED), 1, 1);
    V before = store.read(entry, Part.TCP_STATE);
    store.write(entry, Part.TCP_STATE, a.ifThenElse(confirmed, TcpTracking.closed(a), before));
  }
}
