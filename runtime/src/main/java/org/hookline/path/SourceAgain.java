package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.kernel.KernelPatches;
import org.hookline.kernel.KernelProfile;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * The second route of patched kernels: it is asked for without a source, and the socket goes on
 * with the address that it brings.
 *
 * <p>kernel: net/ipv4/netfilter/iptable_mangle.c ipt_mangle_out(), with a patch
 */
record SourceAgain(HostWalk walk) implements Reroute.Again {
  /** {@link Fields#FLOW_TAKES} of a datagram socket that is neither connected nor bound. */
  private static final int OPEN = 2;

  static boolean patched(HostWalk walk) {
    KernelProfile kernel = walk.model().kernel();
    return kernel.has(KernelPatches.REROUTE_CHOOSES_SOURCE)
        || kernel.has(KernelPatches.REROUTE_MOVES_CONNECTION);
  }

  @Override
  public List<Branch> instead(String name, Label next, List<Effect> forget) {
    List<Pred> whose = new ArrayList<>();
    if (!patched(walk)) {
      return List.of();
    }
    whose.add(datagram());
    if (walk.model().kernel().has(KernelPatches.REROUTE_MOVES_CONNECTION)) {
      whose.add(syn());
    }
    List<Effect> keys = new ArrayList<>(Keys.ofSourceAgain(walk.numberOf("lo")));
    keys.addAll(forget);
    Label found = walk.at(name + "/again");
    Label taken = walk.at(name + "/again/taken");
    Effect[] back = Reroute.firstDevice();
    walk.graph()
        .branches(
            taken,
            HostWalk.pass(
                next,
                new Effect.Copy(Fields.FLOW_SRC, Fields.SRC),
                new Effect.Set(Fields.FLOW_CHOSEN, 0),
                back[0],
                back[1]));
    new OutputRoute(walk, errno -> Fate.reason("NETFILTER_DROP", errno))
        .judge(name + "/again", taken, true);
    Why why =
        new Why(
            "reroute", "the chain changed what the route depends on: source again", Origin.NONE);
    Next call = new Next.Call(walk.at("fib"), found);
    return List.of(new Branch(Pred.and(sentHere(), Pred.or(whose)), keys, call, Optional.of(why)));
  }

  /** A packet of the socket that opened the flow, not an answer. */
  private Pred sentHere() {
    return Pred.and(
        Pred.is(Fields.OWNED, 1),
        Pred.is(Fields.FLOW_ORIGIN, walk.host()),
        Pred.or(Pred.is(Fields.PHASE, 0), Pred.is(Fields.PHASE, 2)));
  }

  /** kernel: !inet->inet_saddr */
  private static Pred datagram() {
    Pred ping = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Pred udp =
        Pred.and(Pred.is(Fields.PROTO, Protocol.UDP.number()), Pred.is(Fields.FLOW_TAKES, OPEN));
    return Pred.and(Pred.is(Fields.FLOW_CHOSEN, 1), Pred.or(ping, udp));
  }

  private static Pred syn() {
    return Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), Pred.is(Fields.PHASE, 0));
  }
}
