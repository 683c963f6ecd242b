package org.hookline.ir.conntrack;

import org.hookline.addr.Protocol;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/**
 * What conntrack makes of a TCP packet, without sequence numbers: the state that the connection
 * enters, and packets that do not fit its state.
 *
 * <p>kernel: net/netfilter/nf_conntrack_proto_tcp.c tcp_conntracks, nf_conntrack_tcp_packet()
 */
final class TcpTracking {
  private static final int WIDTH = Part.TCP_STATE.width();

  /** States of a connection; their ordinals are the kernel's. */
  private enum State {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    SYN_SENT2
  }

  private static final int INVALID = 10;
  private static final int IGNORED = 11;

  /** Columns: the state before; {@code -} is invalid, {@code i} ignored. */
  private static final String ORDER = "NSREFCLTX2";

  /**
   * kernel: get_conntrack_index(), with the new state by direction. A SYN for a closed connection
   * is ignored, unless it {@link #reopens} it.
   */
  private enum Kind {
    SYN("SSiiiiiii2", "-2-----S-2"),
    SYN_ACK("--R------R", "-RiiiiiiiR"),
    FIN("--FFLLLTX-", "--FFLLLTX-"),
    ACK("E-EECCTTX-", "-iRECCTTXi"),
    /** What it acknowledges must have been seen (kernel: tcp_in_window()). */
    RST_ACK("--XXXXXXXX", "-XXXXXXXXX"),
    RST("-XXXXXXXXX", "-XXXXXXXXX"),
    NONE("----------", "----------");

    private final String original;
    private final String reply;

    Kind(String original, String reply) {
      this.original = original;
      this.reply = reply;
    }

    private int next(State before, boolean inReply) {
      char cell = (inReply ? reply : original).charAt(before.ordinal());
      return cell == '-' ? INVALID : cell == 'i' ? IGNORED : ORDER.indexOf(cell);
    }
  }

  private TcpTracking() {}

  static <B, V> V closed(Algebra<B, V> a) {
    return a.value(WIDTH, State.CLOSE.ordinal());
  }

  /** Where the packet in hand is TCP. */
  static <B, V> B isTcp(Context<B, V> state) {
    return state.algebra().masked(state.get(Fields.PROTO), Protocol.TCP.number(), 0xff);
  }

  /** The state of a new entry for the packet in hand; 0 for other protocols. */
  static <B, V> V opened(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    V none = a.value(WIDTH, 0);
    V next = next(state, none, false);
    B valid = a.and(isTcp(state), a.inRange(next, 1, State.SYN_SENT2.ordinal()));
    return a.ifThenElse(valid, next, none);
  }

  /**
   * Tells what the packet in hand does to its entry.
   *
   * @param inReply whether it travels in the reply direction
   * @return where the packet does not belong to the connection in its state
   */
  static <B, V> B track(Context<B, V> state, Store<B, V> store, V entry, boolean inReply) {
    Algebra<B, V> a = state.algebra();
    B tcp = isTcp(state);
    V before = store.read(entry, Part.TCP_STATE);
    V next = next(state, before, inReply);
    B resumes = resumes(state, store, entry, next, inReply);
    next = a.ifThenElse(resumes, a.value(WIDTH, State.SYN_RECV.ordinal()), next);
    B invalid = a.and(tcp, a.masked(next, INVALID, 0xf));
    B ignored = a.masked(next, IGNORED, 0xf);
    B moves = a.and(tcp, a.not(a.or(invalid, ignored)));
    if (!a.isFalse(moves)) {
      assure(state, store, entry, new Move<>(moves, before, next));
      forget(state, store, entry, moves);
      store.write(entry, Part.TCP_STATE, a.ifThenElse(moves, next, before));
    }
    remember(state, store, entry, a.and(tcp, a.not(invalid)), inReply);
    return invalid;
  }

  private record Move<B, V>(B where, V before, V next) {}

  /**
   * An answer to a SYN that was ignored, because the entry was closed: both ends are in step, and
   * the entry follows them.
   */
  private static <B, V> B resumes(
      Context<B, V> state, Store<B, V> store, V entry, V next, boolean inReply) {
    Algebra<B, V> a = state.algebra();
    if (!inReply) {
      return a.constant(false);
    }
    B opened = a.masked(store.read(entry, Part.SYN_LAST), 1, 1);
    return a.and(a.and(a.masked(next, IGNORED, 0xf), is(state, Kind.SYN_ACK)), opened);
  }

  /** kernel: IPS_ASSURED is set when a connection that was answered is established. */
  private static <B, V> void assure(
      Context<B, V> state, Store<B, V> store, V entry, Move<B, V> move) {
    Algebra<B, V> a = state.algebra();
    B answered = a.masked(store.read(entry, Part.SEEN_REPLY), 1, 1);
    B half = a.inRange(move.before(), State.SYN_RECV.ordinal(), State.ESTABLISHED.ordinal());
    B whole = a.masked(move.next(), State.ESTABLISHED.ordinal(), 0xf);
    B sure = a.and(a.and(move.where(), answered), a.and(half, whole));
    V flag = store.read(entry, Part.ASSURED);
    store.write(entry, Part.ASSURED, a.ifThenElse(sure, a.value(1, 1), flag));
  }

  /** A reset as the first answer deletes the entry (kernel: nf_ct_kill_acct()). */
  private static <B, V> void forget(Context<B, V> state, Store<B, V> store, V entry, B moves) {
    Algebra<B, V> a = state.algebra();
    B answered = a.masked(store.read(entry, Part.SEEN_REPLY), 1, 1);
    B gone = a.and(a.and(moves, isReset(state)), a.not(answered));
    if (!a.isFalse(gone)) {
      V flag = store.read(entry, Part.CONFIRMED);
      V dying = store.read(entry, Part.DYING);
      B dies = a.and(gone, a.masked(flag, 1, 1));
      store.write(entry, Part.DYING, a.ifThenElse(dies, a.value(1, 1), dying));
      store.write(entry, Part.CONFIRMED, a.ifThenElse(gone, a.value(1, 0), flag));
    }
  }

  private static <B, V> void remember(
      Context<B, V> state, Store<B, V> store, V entry, B where, boolean inReply) {
    Algebra<B, V> a = state.algebra();
    B syn = inReply ? a.constant(false) : is(state, Kind.SYN);
    B rst = inReply ? a.constant(false) : isReset(state);
    note(a, store, entry, Part.SYN_LAST, new Note<>(where, syn));
    note(a, store, entry, Part.RST_LAST, new Note<>(where, rst));
  }

  private record Note<B>(B where, B now) {}

  private static <B, V> void note(
      Algebra<B, V> a, Store<B, V> store, V entry, Part part, Note<B> note) {
    V flag = a.ifThenElse(note.now(), a.value(1, 1), a.value(1, 0));
    store.write(entry, part, a.ifThenElse(note.where(), flag, store.read(entry, part)));
  }

  /**
   * Where a SYN begins anew a connection that its own side has reset.
   *
   * <p>kernel: nf_conntrack_tcp_packet(), TCP_CONNTRACK_SYN_SENT: -NF_REPEAT
   */
  static <B, V> B reopens(Context<B, V> state, Store<B, V> store, V entry, boolean inReply) {
    Algebra<B, V> a = state.algebra();
    if (inReply) {
      return a.constant(false);
    }
    B closed = a.masked(store.read(entry, Part.TCP_STATE), State.CLOSE.ordinal(), 0xf);
    B reset = a.masked(store.read(entry, Part.RST_LAST), 1, 1);
    return a.and(a.and(isTcp(state), is(state, Kind.SYN)), a.and(closed, reset));
  }

  private static <B, V> V next(Context<B, V> state, V before, boolean inReply) {
    Algebra<B, V> a = state.algebra();
    V next = a.value(WIDTH, INVALID);
    for (Kind kind : Kind.values()) {
      B meant = is(state, kind);
      if (!a.isFalse(meant)) {
        V moved = next;
        for (State old : State.values()) {
          V to = a.value(WIDTH, kind.next(old, inReply));
          moved = a.ifThenElse(a.masked(before, old.ordinal(), 0xf), to, moved);
        }
        next = a.ifThenElse(meant, moved, next);
      }
    }
    return next;
  }

  private static <B, V> B isReset(Context<B, V> state) {
    return state.algebra().masked(state.get(Fields.TCP_FLAGS), TcpFlags.RST, TcpFlags.RST);
  }

  /** kernel: get_conntrack_index() */
  private static <B, V> B is(Context<B, V> state, Kind kind) {
    Algebra<B, V> a = state.algebra();
    V flags = state.get(Fields.TCP_FLAGS);
    long syn = TcpFlags.SYN;
    long ack = TcpFlags.ACK;
    long fin = TcpFlags.FIN;
    long rst = TcpFlags.RST;
    return switch (kind) {
      case RST_ACK -> a.masked(flags, rst | ack, rst | ack);
      case RST -> a.masked(flags, rst, rst | ack);
      case SYN -> a.masked(flags, syn, rst | syn | ack);
      case SYN_ACK -> a.masked(flags, syn | ack, rst | syn | ack);
      case FIN -> a.masked(flags, fin, rst | syn | fin);
      case ACK -> a.masked(flags, ack, rst | syn | fin | ack);
      case NONE -> a.masked(flags, 0, rst | syn | fin | ack);
    };
  }
}
