package org.hookline.ir.conntrack;

import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * Remembers for which device a connection is masqueraded: it lives only as long as its packets
 * leave by it.
 *
 * <p>kernel: net/netfilter/nf_nat_masquerade.c nf_nat_masquerade_ipv4(), nat->masq_index
 */
public record HoldDevice(int host) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    state
        .conntrack(host)
        .write(state.get(Fields.CT_ENTRY), Part.MASQUERADE_DEV, state.get(Fields.OIF));
  }
}
