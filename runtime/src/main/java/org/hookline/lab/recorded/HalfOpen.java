package org.hookline.lab.recorded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Protocol;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/**
 * The TCP connection that a listener took and no reset has ended: a later probe with the same
 * addresses and ports meets it.
 */
final class HalfOpen implements Recorder {
  /** Of who opened it, then of the listener. */
  private static final List<Field> ENDS =
      List.of(Fields.PEER_SRC, Fields.PEER_SPORT, Fields.PEER_DST, Fields.PEER_DPORT);

  private static final List<Field> QUESTION =
      List.of(Fields.SRC, Fields.SPORT, Fields.DST, Fields.DPORT);

  private static final List<Field> ANSWER =
      List.of(Fields.DST, Fields.DPORT, Fields.SRC, Fields.SPORT);

  private static final List<Field> ANSWER_INSIDE =
      List.of(Fields.INNER_DST, Fields.INNER_DPORT, Fields.INNER_SRC, Fields.INNER_SPORT);

  private Map<Field, Long> connection = Map.of();

  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    if (state.get(Fields.PROTO) == Protocol.ICMP.number()) {
      if (fate.outcome() == Fate.Outcome.STRAY && aborted(state)) {
        connection = Map.of();
      }
    } else if (state.get(Fields.PROTO) != Protocol.TCP.number()) {
      return;
    } else if (fate.outcome() == Fate.Outcome.ACCEPTED) {
      Map<Field, Long> taken = new LinkedHashMap<>();
      taken.put(Fields.PEER_HOST, state.get(Fields.PEER_HOST));
      ENDS.forEach(field -> taken.put(field, state.get(field)));
      connection = taken;
    } else if (ended(fate, state)) {
      connection = Map.of();
    }
  }

  /**
   * An ICMP error about the answer to the SYN has come.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_err(), tcp_req_err()
   */
  private boolean aborted(Values state) {
    long type = state.get(Fields.ICMP_TYPE);
    boolean hard = type == 11 || type == 12 || (type == 3 && state.get(Fields.ICMP_CODE) <= 1);
    return hard
        && state.get(Fields.INNER_PROTO) == Protocol.TCP.number()
        && same(state, ANSWER_INSIDE);
  }

  /** A reset has come to somebody's socket, or there is no way back to who opens it. */
  private boolean ended(Fate fate, Values state) {
    return reset(fate, state) || unroutable(fate, state);
  }

  /** kernel: net/ipv4/tcp_input.c tcp_conn_request(), inet_csk_route_req() */
  private boolean unroutable(Fate fate, Values state) {
    return fate.outcome() == Fate.Outcome.DROPPED
        && fate.errno().isPresent()
        && fate.drop().isEmpty()
        && same(state, ANSWER);
  }

  private boolean reset(Fate fate, Values state) {
    boolean reset = (state.get(Fields.TCP_FLAGS) & TcpFlags.RST) != 0;
    return reset && fate.outcome() == Fate.Outcome.STRAY && same(state, QUESTION);
  }

  /** Whether the ends of a packet are those of the connection. */
  private boolean same(Values state, List<Field> ends) {
    for (int i = 0; i < ENDS.size(); i++) {
      if (connection.getOrDefault(ENDS.get(i), -1L) != state.get(ends.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What a packet knows of it when it sets out; empty when there is none. */
  Map<Field, Long> inputs() {
    return connection;
  }
}
