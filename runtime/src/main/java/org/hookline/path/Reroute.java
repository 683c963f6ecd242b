package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * The second route lookup in OUTPUT: behind a chain that changed what routing depends on. It never
 * chooses another source address.
 *
 * <p>kernel: net/ipv4/netfilter/iptable_mangle.c ipt_mangle_out(), net/netfilter/nf_nat_proto.c
 * nf_nat_ipv4_local_fn(), net/ipv4/netfilter.c ip_route_me_harder()
 */
final class Reroute {
  private static final List<Field> BEFORE =
      List.of(Fields.BEFORE_SRC, Fields.BEFORE_DST, Fields.BEFORE_MARK, Fields.BEFORE_TOS);

  private Reroute() {}

  /** Behind mangle: when addresses, mark or tos differ. */
  static Stage whenChanged(Stage chain) {
    Pred same =
        Pred.and(
            Pred.same(Fields.SRC, Fields.BEFORE_SRC),
            Pred.same(Fields.DST, Fields.BEFORE_DST),
            Pred.same(Fields.MARK, Fields.BEFORE_MARK),
            Pred.same(Fields.TOS, Fields.BEFORE_TOS));
    return around(chain, same, SourceAgain::new);
  }

  /** Behind nat: when the destination address differs; a port alone is not enough. */
  static Stage whenReaddressed(Stage chain) {
    return around(chain, Pred.same(Fields.DST, Fields.BEFORE_DST), Again::none);
  }

  /** What a patched kernel does instead, for some packets. */
  interface Again {
    /**
     * Branches for those packets.
     *
     * @param next where the hook goes on
     * @param forget what is forgotten when the route is asked for
     */
    List<Branch> instead(String name, Label next, List<Effect> forget);

    static Again none(HostWalk walk) {
      return (name, next, forget) -> List.of();
    }
  }

  private static Stage around(Stage chain, Pred same, Function<HostWalk, Again> again) {
    return (walk, name, next) -> {
      Label after = walk.at(name + "/reroute");
      Label first = chain.before(walk, name, after);
      if (first == after) {
        return next;
      }
      Effect forget = new Effect.Clear(BEFORE);
      List<Effect> keys =
          new ArrayList<>(Keys.ofReroute(walk.numberOf("lo"), walk.model().kernel()));
      Effect remember = new Effect.Copy(Fields.FIRST_DEV, Fields.OIF);
      keys.addAll(List.of(forget, remember, new Effect.Set(Fields.TO_MANY, 0)));
      Why why = new Why("reroute", "the chain changed what the route depends on", Origin.NONE);
      Next call = new Next.Call(walk.at("fib"), walk.at(name + "/rerouted"));
      List<Branch> branches = new ArrayList<>();
      branches.add(HostWalk.when(same, next, forget));
      branches.addAll(again.apply(walk).instead(name, next, List.of(forget, remember)));
      branches.add(new Branch(Pred.TRUE, keys, call, Optional.of(why)));
      walk.graph().branches(after, branches);
      rerouted(walk, name, next);
      Label entry = walk.at(name + "/before");
      walk.graph()
          .branches(
              entry,
              HostWalk.pass(
                  first,
                  new Effect.Copy(Fields.BEFORE_SRC, Fields.SRC),
                  new Effect.Copy(Fields.BEFORE_DST, Fields.DST),
                  new Effect.Copy(Fields.BEFORE_MARK, Fields.MARK),
                  new Effect.Copy(Fields.BEFORE_TOS, Fields.TOS)));
      return entry;
    };
  }

  /** The packet keeps its source; where the new route fails, the hook drops it with its errno. */
  private static void rerouted(HostWalk walk, String name, Label next) {
    Label detached = walk.at(name + "/rerouted/kept");
    walk.graph().branches(detached, HostWalk.pass(next, firstDevice()));
    new OutputRoute(walk, errno -> Fate.reason("NETFILTER_DROP", errno), false)
        .judge(name + "/rerouted", detached, false);
  }

  /** OUTPUT's chains go on with the device of the first route. */
  static Effect[] firstDevice() {
    return new Effect[] {
      new Effect.Copy(Fields.OIF, Fields.FIRST_DEV), new Effect.Clear(List.of(Fields.FIRST_DEV))
    };
  }
}
