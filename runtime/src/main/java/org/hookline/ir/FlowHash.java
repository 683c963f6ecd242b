package org.hookline.ir;

import java.util.List;
import org.hookline.addr.Protocol;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * The hash that shares flows out among several next hops. Nobody knows its key, so its value is
 * drawn; but equal headers have equal values, and the same ones the other way round have too. As
 * many headers are remembered as there are slots; others are drawn for again.
 *
 * <p>Where ports do not count, an ICMP error that is forwarded goes by the addresses that it
 * quotes, and one that the host itself sends by those of the packet that it is about. Where they
 * count, packets bring a hash along that their socket or the network card has made, which is
 * another one in each direction: so only the opener's own packets are known to have the same.
 *
 * <p>kernel: net/ipv4/route.c fib_multipath_hash() skb->l4_hash, ip_multipath_l3_keys(),
 * net/ipv4/icmp.c icmp_route_lookup(), net/core/flow_dissector.c __flow_hash_consistentify()
 *
 * @param choice what is drawn
 * @param result where the hash is written
 * @param ports whether protocol and ports count
 * @param sends {@link Fields#KEY_PURPOSE} of what the host itself sends for the first time
 */
public record FlowHash(Choice choice, Field result, boolean ports, int sends, List<Slot> memory)
    implements Effect {
  private static final List<Integer> ERRORS = List.of(3, 4, 5, 11, 12);

  /** Bits of {@link Fields#PHASE}. */
  private static final int ANSWER = 1;

  private static final int ERROR = 4;

  /**
   * Headers that have met a hash.
   *
   * @param keys both addresses; where ports count both ports and the protocol too
   */
  public record Slot(Field used, List<Field> keys, Field hash) {}

  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    V drawn = state.choose(choice, a.value(choice.width(), 0));
    V hash = drawn;
    Asked<B, V> asked = new Asked<>(state, ports, sends);
    B open = asked.hashed();
    List<V> keys = asked.keys();
    for (Slot slot : memory) {
      B used = a.masked(state.get(slot.used()), 1, 1);
      B known = a.and(open, used);
      B same = alike(state, slot, keys, known);
      hash = a.ifThenElse(same, state.get(slot.hash()), hash);
      B fresh = a.and(open, a.not(used));
      put(state, fresh, slot.used(), a.value(1, 1));
      put(state, fresh, slot.hash(), drawn);
      for (int i = 0; i < keys.size(); i++) {
        put(state, fresh, slot.keys().get(i), keys.get(i));
      }
      open = a.and(known, a.not(same));
    }
    state.set(result, hash);
  }

  private static <B, V> void put(Context<B, V> state, B when, Field field, V value) {
    state.set(field, state.algebra().ifThenElse(when, value, state.get(field)));
  }

  private <B, V> B alike(Context<B, V> state, Slot slot, List<V> keys, B under) {
    B addresses = pair(state, slot, keys, 0, under);
    if (!ports) {
      return addresses;
    }
    Field protocol = slot.keys().get(4);
    B both = pair(state, slot, keys, 2, addresses);
    return state.algebra().same(state.get(protocol), keys.get(4), protocol.mask(), both);
  }

  /** Whether two values are those of a slot, in whatever order. */
  private static <B, V> B pair(Context<B, V> state, Slot slot, List<V> keys, int first, B under) {
    Algebra<B, V> a = state.algebra();
    long mask = slot.keys().get(first).mask();
    V one = state.get(slot.keys().get(first));
    V other = state.get(slot.keys().get(first + 1));
    B along = a.same(keys.get(first), one, mask, under);
    B straight = a.same(keys.get(first + 1), other, mask, along);
    B across = a.same(keys.get(first), other, mask, under);
    return a.or(straight, a.same(keys.get(first + 1), one, mask, across));
  }

  /** The headers that a lookup goes by. */
  private record Asked<B, V>(Context<B, V> state, boolean ports, int sends) {

    private Algebra<B, V> a() {
      return state.algebra();
    }

    private B is(Field field, long value) {
      return a().masked(state.get(field), value, field.mask());
    }

    private B forwarded() {
      return is(Fields.KEY_PURPOSE, 0);
    }

    private B error() {
      B type = a().constant(false);
      for (int number : ERRORS) {
        type = a().or(type, is(Fields.ICMP_TYPE, number));
      }
      return a().and(is(Fields.KEY_PROTO, Protocol.ICMP.number()), type);
    }

    private B own() {
      return a().and(error(), is(Fields.KEY_PURPOSE, sends));
    }

    /** What is known to have a hash like others: not a request for an Ethernet address. */
    private B hashed() {
      B request = a().and(forwarded(), is(Fields.KEY_PROTO, 0));
      B known = ports ? a().and(forwarded(), openers()) : a().constant(true);
      return a().and(state.guard(), a().and(known, a().not(request)));
    }

    /** Both packets of the flow that its opener sends. */
    private B openers() {
      return a().masked(state.get(Fields.PHASE), 0, ANSWER | ERROR);
    }

    private List<V> keys() {
      if (!ports) {
        B quoted = a().or(own(), a().and(forwarded(), error()));
        return List.of(
            either(quoted, Fields.INNER_SRC, Fields.KEY_SRC),
            either(quoted, Fields.INNER_DST, Fields.KEY_DST));
      }
      return List.of(
          state.get(Fields.KEY_SRC),
          state.get(Fields.KEY_DST),
          state.get(Fields.KEY_SPORT),
          state.get(Fields.KEY_DPORT),
          state.get(Fields.KEY_PROTO));
    }

    private V either(B quoted, Field inner, Field outer) {
      return a().ifThenElse(quoted, state.get(inner), state.get(outer));
    }
  }
}
