package org.hookline.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.FlowHash;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;

/**
 * Which of several next hops of a route is taken. A hash shares the flows out by weight; a packet
 * of this host whose source belongs to a next hop prefers those with this source; a socket that is
 * bound to a device takes the first of that device.
 *
 * <p>kernel: net/ipv4/fib_semantics.c fib_select_path(), fib_select_multipath()
 */
final class Multipath {
  /** Bits of a hash beyond those that give each unit of weight a value, so that shares are fair. */
  private static final int SPARE_BITS = 3;

  /** How many pairs of headers are told apart: a flow has two where it is translated. */
  private static final int SLOTS = 2;

  private static final List<Field> HEADERS =
      List.of(Fields.KEY_SRC, Fields.KEY_DST, Fields.KEY_SPORT, Fields.KEY_DPORT, Fields.KEY_PROTO);

  private final HostWalk walk;
  private final Route route;
  private final List<Way> ways;
  private final Field hash;

  /**
   * A next hop.
   *
   * @param below weights of those before it
   * @param source the address that the kernel would choose for it
   * @param results the effects that write the {@code route.*} registers
   */
  record Way(NextHop hop, int below, long source, List<Effect> results) {}

  /**
   * @param step where it is chosen
   */
  Multipath(HostWalk walk, Route route, List<Way> ways, Label step) {
    this.walk = walk;
    this.route = route;
    this.ways = ways;
    this.hash = walk.graph().field(step.name() + "/hash", bits(), Scope.REGISTER);
  }

  void build(Label step) {
    walk.choosingFor(step.name());
    Choice choice = walk.choice(hashed(), Choice.Kind.KERNEL, span(), bits());
    List<Branch> branches = new ArrayList<>();
    for (Way way : ways) {
      branches.add(taken(way, Pred.is(Fields.KEY_OIF, walk.numberOf(way.hop().dev()))));
    }
    Label shared = walk.graph().label(step.name() + "/shared");
    branches.add(HostWalk.pass(shared, hashing(step, choice)));
    walk.graph().branches(step, branches);
    List<Branch> sharing = new ArrayList<>();
    if (walk.model().kernel().has(Behaviours.NEXT_HOP_OF_SOURCE)) {
      sharing.addAll(ofSource());
    }
    for (Way way : ways.subList(0, ways.size() - 1)) {
      sharing.add(taken(way, drawn(way)));
    }
    sharing.add(taken(ways.get(ways.size() - 1), Pred.TRUE));
    walk.graph().branches(shared, sharing);
  }

  /**
   * Before there was a choice of hashes a value did not hold for both directions; policies 2 and 3
   * may go by more than the model has, so nothing is remembered for them.
   */
  private Effect hashing(Label step, Choice choice) {
    int policy = policy();
    boolean remembers = walk.model().kernel().has(Behaviours.MULTIPATH_BY_PORTS) && policy < 2;
    List<FlowHash.Slot> memory = new ArrayList<>();
    for (int i = 0; remembers && i < SLOTS; i++) {
      String name = step.name() + "/hash/" + i + "/";
      List<Field> keys = new ArrayList<>();
      for (Field key : policy == 1 ? HEADERS : HEADERS.subList(0, 2)) {
        keys.add(walk.graph().field(name + key.name(), key.width(), Scope.GHOST));
      }
      Field used = walk.graph().field(name + "used", 1, Scope.GHOST);
      Field value = walk.graph().field(name + "value", bits(), Scope.GHOST);
      memory.add(new FlowHash.Slot(used, List.copyOf(keys), value));
    }
    return new FlowHash(choice, hash, policy == 1, Keys.SENDS, List.copyOf(memory));
  }

  private int policy() {
    return walk.model().sysctls().number("net.ipv4.fib_multipath_hash_policy");
  }

  /**
   * What the hash is made of. Policy 2 looks into tunnels, and takes of an error that is forwarded
   * the addresses of the error; the fields of policy 3 are those of {@code
   * fib_multipath_hash_fields}, which are addresses and protocol in a fresh kernel.
   *
   * <p>kernel: net/ipv4/route.c fib_multipath_hash()
   */
  private String hashed() {
    return switch (policy()) {
      case 1 -> "hash of addresses and ports";
      case 3 -> "hash of chosen fields";
      default -> "hash of addresses";
    };
  }

  private int weight() {
    return ways.stream().mapToInt(way -> way.hop().weight()).sum();
  }

  private int bits() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(weight() - 1) + SPARE_BITS;
  }

  /** For how long a next hop stays: between route cache and hash it was drawn for each packet. */
  private Choice.Span span() {
    KernelProfile kernel = walk.model().kernel();
    boolean drawn =
        kernel.has(Behaviours.NO_ROUTE_CACHE) && !kernel.has(Behaviours.MULTIPATH_BY_HASH);
    return drawn ? Choice.Span.PACKET : Choice.Span.CONNECTION;
  }

  /** The hash lies below the upper bound of a next hop, and above that of the one before. */
  private Pred drawn(Way way) {
    long hashes = 1L << bits();
    long low = way.below() * hashes / weight();
    long high = (way.below() + way.hop().weight()) * hashes / weight() - 1;
    return new Pred.InRange(hash, low, high);
  }

  /** Those of one source: the first whose upper bound the hash does not exceed, else the first. */
  private List<Branch> ofSource() {
    Map<Long, List<Way>> bySource = new LinkedHashMap<>();
    ways.forEach(way -> bySource.computeIfAbsent(way.source(), s -> new ArrayList<>()).add(way));
    Pred local = Pred.is(Fields.KEY_IIF, walk.numberOf("lo"));
    List<Branch> branches = new ArrayList<>();
    bySource.forEach(
        (source, some) -> {
          Pred own = Pred.and(local, Pred.is(Fields.KEY_SRC, source));
          for (int i = 1; i < some.size(); i++) {
            int after = ways.indexOf(some.get(i - 1)) + 1;
            List<Way> upTo = ways.subList(after, ways.indexOf(some.get(i)) + 1);
            Pred above = Pred.or(upTo.stream().map(way -> drawn(way)).toList());
            branches.add(taken(some.get(i), Pred.and(own, above)));
          }
          branches.add(taken(some.get(0), own));
        });
    return branches;
  }

  private Branch taken(Way way, Pred when) {
    List<Effect> effects = new ArrayList<>(way.results());
    effects.add(new Effect.Set(Fields.ROUTE_MULTIPATH, routes(walk).indexOf(route) + 1));
    effects.add(new Effect.Clear(List.of(hash)));
    Why why = new Why("multipath", "nexthop" + way.hop(), route.origin());
    return new Branch(when, effects, new Next.Return(), Optional.of(why));
  }

  /** The multipath routes of a host, numbered from 1 in {@code route.multipath}. */
  static List<Route> routes(HostWalk walk) {
    return walk.model().tables().stream()
        .flatMap(t -> t.routes().stream())
        .filter(r -> r.hops().size() > 1)
        .toList();
  }
}
