package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Protocol;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/**
 * Packets whose length nothing says outright. What a kernel sends because of a packet follows from
 * that one's length; of what a program sends only the headers are certain.
 */
record UnsaidLength(Length.Bytes wanted, RuleContext context) {
  private static final int LONGEST = 65535;
  private static final int IP_HEADER = 20;

  /** Of UDP, ICMP and IP together. */
  private static final int SHORT_HEADERS = 28;

  /** Of TCP and IP together, without and with all options. */
  private static final int TCP_HEADERS = 40;

  private static final int TCP_OPENING = 60;

  /** {@link Fields#PHASE} of an ICMP error. */
  private static final int ERROR = 4;

  /** kernel: net/ipv4/icmp.c __icmp_send(), RFC 1812: an error has at most 576 bytes. */
  private static final int ERROR_MOST = 576;

  /**
   * What a SYN is answered with: the options that Linux offers are answered by as many bytes, and
   * without any the size of a segment is told all the same.
   *
   * <p>kernel: net/ipv4/tcp_output.c tcp_syn_options(), tcp_synack_options()
   */
  private record Accepted(int asked, int answered) {}

  private static final List<Accepted> ACCEPTED =
      List.of(new Accepted(60, 60), new Accepted(40, 44));

  Pred within() {
    Pred error = Pred.is(Fields.PHASE, ERROR);
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    long opening = TcpFlags.SYN | TcpFlags.ACK;
    Pred accepts = Pred.and(tcp, new Pred.Masked(Fields.TCP_FLAGS, opening, opening));
    List<Pred> ways = new ArrayList<>();
    List<Pred> certain = new ArrayList<>();
    for (Accepted pair : ACCEPTED) {
      Pred so = Pred.and(accepts, Pred.is(Fields.ASKED_LENGTH, pair.asked()));
      certain.add(so);
      ways.add(Pred.and(so, holds(pair.answered())));
    }
    Pred quoting = Pred.and(error, Pred.not(Pred.is(Fields.ASKED_LENGTH, 0)));
    certain.add(quoting);
    ways.add(Pred.and(quoting, quoted()));
    Pred open = Pred.not(Pred.or(certain));
    Pred brief = Pred.or(Pred.is(Fields.PROTO, Protocol.UDP.number()), isIcmp());
    ways.add(Pred.and(open, error, between(IP_HEADER + SHORT_HEADERS, ERROR_MOST)));
    ways.add(Pred.and(open, accepts, between(TCP_HEADERS, TCP_OPENING)));
    ways.add(Pred.and(open, tcp, Pred.not(accepts), between(TCP_HEADERS, LONGEST)));
    ways.add(Pred.and(open, brief, Pred.not(error), between(SHORT_HEADERS, LONGEST)));
    ways.add(Pred.and(open, Pred.not(Pred.or(tcp, brief)), between(IP_HEADER, LONGEST)));
    return Pred.and(Pred.is(Fields.LENGTH, 0), Pred.or(ways));
  }

  private static Pred isIcmp() {
    return Pred.is(Fields.PROTO, Protocol.ICMP.number());
  }

  private Pred holds(int length) {
    return wanted.first() <= length && length <= wanted.last() ? Pred.TRUE : Pred.FALSE;
  }

  /** An error has the packet that it is about behind its own headers, or what has room. */
  private Pred quoted() {
    if (wanted.first() > ERROR_MOST) {
      return Pred.FALSE;
    }
    int least = Math.max(0, wanted.first() - SHORT_HEADERS);
    int most = wanted.last() >= ERROR_MOST ? LONGEST : wanted.last() - SHORT_HEADERS;
    return most < least ? Pred.FALSE : new Pred.InRange(Fields.ASKED_LENGTH, least, most);
  }

  /** A length that lies between two bounds, as far as they decide. */
  private Pred between(int least, int most) {
    if (wanted.first() <= least && most <= wanted.last()) {
      return Pred.TRUE;
    }
    if (wanted.last() < least || most < wanted.first()) {
      return Pred.FALSE;
    }
    Choice choice = context.choice("length", Choice.Kind.UNKNOWN, Choice.Span.PACKET, 1);
    return new Pred.Chosen(choice, 1, 1);
  }
}
