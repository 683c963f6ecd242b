package org.hookline.ir.conntrack;

import org.hookline.ir.Context;
import org.hookline.packet.Fields;

/** One direction of a connection (kernel: struct nf_conntrack_tuple); ICMP echo: {@link Fields}. */
public record Tuple<V>(V zone, V proto, V src, V sport, V dst, V dport) {

  /** kernel: nf_ct_invert_tuple() */
  public Tuple<V> inverse() {
    return new Tuple<>(zone, proto, dst, dport, src, sport);
  }

  /** The tuple of the packet in hand. */
  public static <B, V> Tuple<V> ofPacket(Context<B, V> state) {
    return new Tuple<>(
        state.get(Fields.CT_ZONE),
        state.get(Fields.PROTO),
        state.get(Fields.SRC),
        state.get(Fields.SPORT),
        state.get(Fields.DST),
        state.get(Fields.DPORT));
  }

  /** The tuple of the packet that an ICMP error quotes. */
  public static <B, V> Tuple<V> ofQuoted(Context<B, V> state) {
    return new Tuple<>(
        state.get(Fields.CT_ZONE),
        state.get(Fields.INNER_PROTO),
        state.get(Fields.INNER_SRC),
        state.get(Fields.INNER_SPORT),
        state.get(Fields.INNER_DST),
        state.get(Fields.INNER_DPORT));
  }
}
