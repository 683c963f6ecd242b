package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * One direction of a connection (kernel: struct nf_conntrack_tuple). Of ICMP one port is the
 * identifier, see {@link Fields}, and the other one 0.
 *
 * @param answer 1 for an ICMP message that answers another one, else 0: with identifier 0 nothing
 *     else tells both apart
 */
public record Tuple<V>(V zone, V proto, V answer, V src, V sport, V dst, V dport) {

  /** kernel: nf_ct_invert_tuple() */
  public <B> Tuple<V> inverse(Algebra<B, V> a) {
    V other = a.ifThenElse(isIcmp(a, proto), a.flip(answer, 1), answer);
    return new Tuple<>(zone, proto, other, dst, dport, src, sport);
  }

  /** The tuple of the packet in hand. */
  public static <B, V> Tuple<V> ofPacket(Context<B, V> state) {
    return new Tuple<>(
        state.get(Fields.CT_ZONE),
        state.get(Fields.PROTO),
        answers(state, Fields.PROTO, Fields.ICMP_TYPE),
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
        answers(state, Fields.INNER_PROTO, Fields.INNER_TYPE),
        state.get(Fields.INNER_SRC),
        state.get(Fields.INNER_SPORT),
        state.get(Fields.INNER_DST),
        state.get(Fields.INNER_DPORT));
  }

  private static <B, V> V answers(Context<B, V> state, Field proto, Field type) {
    Algebra<B, V> a = state.algebra();
    B icmp = isIcmp(a, state.get(proto));
    if (a.isFalse(icmp)) {
      return a.value(1, 0);
    }
    B answers = a.constant(false);
    for (IcmpQuery query : IcmpQuery.values()) {
      answers = a.or(answers, a.masked(state.get(type), query.answer(), type.mask()));
    }
    return a.ifThenElse(a.and(icmp, answers), a.value(1, 1), a.value(1, 0));
  }

  /** {@link #answer} of the direction in which an entry's answers travel. */
  static <B, V> V answering(Algebra<B, V> a, V proto) {
    return a.ifThenElse(isIcmp(a, proto), a.value(1, 1), a.value(1, 0));
  }

  private static <B, V> B isIcmp(Algebra<B, V> a, V proto) {
    return a.masked(proto, Protocol.ICMP.number(), Fields.PROTO.mask());
  }
}
