package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.Why;
import org.hookline.ir.conntrack.IcmpQuery;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/** Conntrack's two hooks: look-up at priority -200, confirmation behind everything. */
final class ConntrackStage {
  private ConntrackStage() {}

  /** kernel: net/netfilter/nf_conntrack_core.c nf_conntrack_in() */
  static Stage conntrack() {
    return (walk, name, next) -> {
      if (!walk.tracks()) {
        return next;
      }
      Next go = new Next.Goto(next);
      Label create = walk.at(name + "/create");
      walk.graph().step(new Step.ConntrackCreate(create, walk.host(), go));
      Label fresh = walk.at(name + "/new");
      walk.graph()
          .branches(
              fresh,
              new Branch(
                  cannotOpen(walk),
                  List.of(invalid()),
                  go,
                  Optional.of(why("no entry, and it cannot open one: INVALID"))),
              HostWalk.pass(create));
      Label find = walk.at(name + "/find");
      walk.graph().step(new Step.ConntrackFind(find, walk.host(), false, go, new Next.Goto(fresh)));
      Label unknown = walk.at(name + "/unknown");
      walk.graph()
          .branches(
              unknown,
              HostWalk.when(
                  Pred.TRUE, why("the quoted packet has no entry: INVALID"), next, invalid()));
      Label quoted = walk.at(name + "/quoted");
      walk.graph()
          .step(new Step.ConntrackFind(quoted, walk.host(), true, go, new Next.Goto(unknown)));
      Label entry = walk.at(name + "/conntrack");
      walk.graph()
          .branches(
              entry,
              HostWalk.when(Pred.not(unseen()), next),
              HostWalk.when(impossible(), why("no such flags: INVALID"), next, invalid()),
              HostWalk.when(isIcmpError(), quoted),
              HostWalk.pass(find));
      return entry;
    };
  }

  /** Also where a rule only chose a zone: the template is taken away again. */
  private static Pred unseen() {
    return new Pred.InRange(Fields.CT_STATE, CtState.UNSEEN.value(), CtState.TEMPLATE.value());
  }

  private static Effect invalid() {
    return new Effect.Set(Fields.CT_STATE, CtState.INVALID.value());
  }

  /** Destination unreachable, source quench, redirect, time exceeded, parameter problem. */
  static Pred isIcmpError() {
    return Pred.and(
        Pred.is(Fields.PROTO, Protocol.ICMP.number()),
        Pred.or(
            new Pred.InRange(Fields.ICMP_TYPE, 3, 5), new Pred.InRange(Fields.ICMP_TYPE, 11, 12)));
  }

  /**
   * Packets that belong to no entry and cannot open one.
   *
   * <p>kernel: nf_conntrack_proto_tcp.c tcp_new(), nf_conntrack_proto_icmp.c icmp_new()
   */
  private static Pred cannotOpen(HostWalk walk) {
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    long index = TcpFlags.RST | TcpFlags.SYN | TcpFlags.FIN | TcpFlags.ACK;
    Pred syn = Pred.and(flags(TcpFlags.SYN, TcpFlags.SYN), flags(0, TcpFlags.RST | TcpFlags.ACK));
    boolean loose = walk.model().sysctls().number("net.netfilter.nf_conntrack_tcp_loose") != 0;
    Pred opens = loose ? Pred.or(syn, flags(TcpFlags.ACK, index)) : syn;
    Pred request =
        Pred.or(
            Stream.of(IcmpQuery.values())
                .map(query -> (Pred) Pred.is(Fields.ICMP_TYPE, query.type()))
                .toList());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    return Pred.or(Pred.and(tcp, Pred.not(opens)), Pred.and(icmp, Pred.not(request)));
  }

  /**
   * Flags that no TCP packet has together.
   *
   * <p>kernel: nf_conntrack_proto_tcp.c tcp_valid_flags
   */
  private static Pred impossible() {
    long syn = TcpFlags.SYN;
    long ack = TcpFlags.ACK;
    long rst = TcpFlags.RST;
    long fin = TcpFlags.FIN;
    long urg = TcpFlags.URG;
    long[] valid = {
      syn, syn | urg, syn | ack, rst, rst | ack, fin | ack, fin | ack | urg, ack, ack | urg
    };
    List<Pred> any = new ArrayList<>();
    for (long flags : valid) {
      any.add(flags(flags, syn | ack | rst | fin | urg));
    }
    return Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), Pred.not(Pred.or(any)));
  }

  private static Pred flags(long value, long mask) {
    return new Pred.Masked(Fields.TCP_FLAGS, value, mask);
  }

  private static Why why(String text) {
    return new Why("conntrack", text, Origin.NONE);
  }

  /** An answer to the packet that opens a connection does not confirm it. */
  private static Pred opens() {
    return Pred.and(Pred.is(Fields.CT_FRESH, 1), Pred.is(Fields.CT_REPLY, 0));
  }

  /** kernel: net/netfilter/nf_conntrack_core.c __nf_conntrack_confirm() */
  static Stage confirm() {
    return (walk, name, next) -> {
      if (!walk.tracks()) {
        return next;
      }
      Label clash = walk.at(name + "/clash");
      walk.graph()
          .branches(
              clash,
              walk.drop(
                  Pred.TRUE,
                  "NETFILTER_DROP",
                  why("another connection has this tuple: insert_failed")));
      Label insert = walk.at(name + "/insert");
      walk.graph()
          .step(
              new Step.ConntrackConfirm(
                  insert, walk.host(), new Next.Goto(next), new Next.Goto(clash)));
      Label entry = walk.at(name + "/confirm");
      walk.graph().branches(entry, HostWalk.when(opens(), insert), HostWalk.pass(next));
      return entry;
    };
  }
}
