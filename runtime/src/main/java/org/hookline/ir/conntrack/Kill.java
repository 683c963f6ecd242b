package org.hookline.ir.conntrack;

import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Takes the entry of the packet in hand out of the table; the next packet finds none.
 *
 * <p>kernel: net/netfilter/nf_conntrack_core.c nf_ct_kill_acct()
 */
public record Kill(int host) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    Store<B, V> store = state.conntrack(host);
    V entry = state.get(Fields.CT_ENTRY);
    store.write(entry, Part.DYING, store.read(entry, Part.CONFIRMED));
    store.write(entry, Part.CONFIRMED, state.algebra().value(1, 0));
  }
}
