package org.hookline.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hookline.addr.MaskedMark;
import org.hookline.check.InputSpec;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.Connmark;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Translate;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;

/**
 * A random graph that means nothing: every kind of step, predicate, effect and next, thrown
 * together. Addresses and ports have few bits, so that coincidences happen.
 */
public final class SyntheticGraph {
  private static final Field[] ENDS = {Fields.SRC, Fields.DST};
  private static final Field[] PORTS = {Fields.SPORT, Fields.DPORT};

  private final SplittableRandom random;
  private final boolean draws;
  private final StepGraph.Builder builder = new StepGraph.Builder();
  private final Field good = builder.field("good", 1, Scope.GHOST);
  private final Field seen = builder.field("seen", 4, Scope.GHOST);
  private final Field register = builder.field("register", 12, Scope.REGISTER);
  private final List<Field> fields =
      List.of(
          Fields.SRC,
          Fields.DST,
          Fields.SPORT,
          Fields.DPORT,
          Fields.MARK,
          Fields.PHASE,
          Fields.OIF,
          Fields.KEY_SRC,
          good,
          seen,
          register);
  private final int hosts;
  private final int length;
  private final int routines;
  private final StepGraph graph;
  private int choices;

  public SyntheticGraph(long seed) {
    this(seed, true);
  }

  /**
   * @param draws whether anything is left to choice
   */
  SyntheticGraph(long seed, boolean draws) {
    this.draws = draws;
    random = new SplittableRandom(seed);
    hosts = 1 + random.nextInt(3);
    length = 3 + random.nextInt(9);
    routines = random.nextInt(5);
    for (int host = 0; host < hosts; host++) {
      if (random.nextInt(4) > 0) {
        conntrackHost(host);
      } else {
        plainHost(host, 0);
      }
      for (int i = 0; i < routines; i++) {
        routine(host, i);
      }
    }
    graph = builder.build();
  }

  public StepGraph graph() {
    return graph;
  }

  public Label start() {
    return at(0, 0);
  }

  public Map<Field, InputSpec> inputs() {
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.PROTO, InputSpec.ANY);
    inputs.put(Fields.DPORT, InputSpec.ANY);
    inputs.put(Fields.SPORT, InputSpec.ANY);
    inputs.put(Fields.TTL, InputSpec.exactly(3));
    return inputs;
  }

  /** A few hundred thousand packets. */
  public Pred flow() {
    return Pred.and(
        Pred.prefix(Fields.SRC, 0x0a000000L, 27),
        Pred.or(Pred.is(Fields.DST, 0x0a000003L), Pred.prefix(Fields.DST, 0x0a000010L, 30)),
        Pred.or(Pred.is(Fields.PROTO, 6), Pred.is(Fields.PROTO, 17), Pred.is(Fields.PROTO, 47)),
        new Pred.InRange(Fields.SPORT, 508, 515),
        new Pred.InRange(Fields.DPORT, 0, 5));
  }

  Pred good() {
    return Pred.or(Pred.is(good, 1), new Pred.Masked(Fields.DST, 1, 1));
  }

  Pred seen() {
    return Pred.not(new Pred.Masked(seen, 3, 3));
  }

  private Label at(int host, int step) {
    return builder.label("h" + host + "/" + step);
  }

  private Label routineAt(int host, int step) {
    return builder.label("h" + host + "/routine" + step);
  }

  /** Steps 0 to 3 are conntrack's entry, the last ones its exit. */
  private void conntrackHost(int host) {
    builder.conntrack(host, 2 + random.nextInt(4));
    Label miss = builder.label("h" + host + "/new");
    builder.step(
        new Step.ConntrackFind(
            at(host, 0),
            host,
            random.nextInt(6) == 0,
            new Next.Goto(at(host, 2)),
            new Next.Goto(miss)));
    builder.step(new Step.ConntrackCreate(miss, host, new Next.Goto(at(host, 1))));
    nat(host, at(host, 1), at(host, 2), false);
    builder.branches(
        at(host, 2),
        branch(Pred.is(Fields.CT_FRESH, 1), new Next.Goto(at(host, 3)), new Translate(host, false)),
        branch(Pred.TRUE, new Next.Goto(at(host, 3)), new Translate(host, random.nextBoolean())));
    plainHost(host, 3);
  }

  private void nat(int host, Label label, Label next, boolean source) {
    List<Branch> branches = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      branches.add(branch(pred(host), new Next.Goto(next), bind(host, source)));
    }
    branches.add(branch(Pred.TRUE, new Next.Goto(next)));
    builder.branches(label, branches);
  }

  private Bind bind(int host, boolean source) {
    long first = 0x0a000000L + random.nextInt(40);
    Optional<NatRange.Span> addresses =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(new NatRange.Span(first, first + (draws ? random.nextInt(3) : 0)));
    Optional<NatRange.Span> ports =
        draws && random.nextInt(6) == 0
            ? Optional.empty()
            : Optional.of(new NatRange.Span(2, draws ? 2 + random.nextInt(4) : 2));
    return new Bind(
        host,
        source,
        new NatRange(addresses, ports, random.nextInt(4) == 0),
        choice(Choice.Kind.KERNEL, 32),
        choice(Choice.Kind.KERNEL, Bind.PORT_BITS));
  }

  private Choice choice(Choice.Kind kind, int width) {
    Choice.Span span = random.nextBoolean() ? Choice.Span.PACKET : Choice.Span.CONNECTION;
    return new Choice("choice" + choices++, kind, span, width);
  }

  private Choice.Kind anyKind() {
    return Choice.Kind.values()[random.nextInt(3)];
  }

  private void plainHost(int host, int first) {
    int last = first + length;
    for (int step = first; step < last; step++) {
      branches(host, at(host, step), step + 1, last);
    }
    boolean tracked = first > 0;
    Label out = at(host, last);
    Label wire = builder.label("h" + host + "/wire");
    Label confirm = builder.label("h" + host + "/confirm");
    Label translate = builder.label("h" + host + "/translate");
    if (tracked) {
      nat(host, out, translate, true);
      builder.branches(
          translate, branch(Pred.TRUE, new Next.Goto(confirm), new Translate(host, true)));
      builder.step(
          new Step.ConntrackConfirm(
              confirm,
              host,
              new Next.Goto(wire),
              new Next.End(new Fate(Fate.Outcome.DROPPED, "h" + host, "clash"))));
    } else {
      builder.branches(out, branch(pred(host), new Next.Goto(wire)), total(new Next.Goto(wire)));
    }
    builder.branches(
        wire,
        branch(
            new Pred.InRange(Fields.TTL, 0, 1),
            new Next.End(new Fate(Fate.Outcome.DROPPED, "h" + host, "ttl"))),
        branch(
            pred(host),
            new Next.Cross(at(random.nextInt(hosts), 0)),
            new Effect.Decrement(Fields.TTL),
            clearLocal()),
        branch(
            Pred.TRUE,
            new Next.Cross(at(random.nextInt(hosts), 0)),
            new Effect.Decrement(Fields.TTL),
            clearLocal()));
  }

  private static Effect clearLocal() {
    return new Effect.Clear(
        Fields.standard().stream().filter(f -> f.scope() == Scope.LOCAL).toList());
  }

  private void branches(int host, Label label, int from, int last) {
    List<Branch> branches = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      branches.add(branch(pred(host), next(host, from, last), effects(host)));
    }
    branches.add(branch(Pred.TRUE, next(host, from, last), effects(host)));
    builder.branches(label, branches);
  }

  private Next next(int host, int from, int last) {
    Label step = at(host, from + random.nextInt(Math.min(3, last + 1 - from)));
    int kind = random.nextInt(20);
    if (kind == 19) {
      return end(host);
    }
    if (kind < 3 && routines > 0) {
      return new Next.Call(routineAt(host, random.nextInt(routines)), step);
    }
    if (kind == 4 && random.nextInt(3) == 0) {
      return new Next.Ahead(fork(host), step);
    }
    if (kind < 5) {
      List<Next.Fork> packets = new ArrayList<>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        packets.add(fork(host));
      }
      return new Next.Spawn(packets, random.nextInt(4) > 0 ? end(host) : new Next.Goto(step));
    }
    return new Next.Goto(step);
  }

  private Next.Fork fork(int host) {
    List<Effect> effects = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      effects.add(new Effect.Swap(Fields.SRC, Fields.DST));
      effects.add(new Effect.Swap(Fields.SPORT, Fields.DPORT));
    }
    effects.add(new Effect.Set(Fields.TTL, 1 + random.nextInt(3)));
    effects.add(clearLocal());
    effects.addAll(List.of(effects(host)));
    return new Next.Fork(effects, at(random.nextInt(hosts), 0));
  }

  private Next end(int host) {
    Fate.Outcome[] outcomes = Fate.Outcome.values();
    int some = random.nextInt(4) == 0 ? outcomes.length : outcomes.length - 2;
    return new Next.End(
        new Fate(outcomes[random.nextInt(some)], "h" + host, "" + random.nextInt(3)));
  }

  private void routine(int host, int number) {
    List<Branch> branches = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Pred pred = i == 0 ? Pred.TRUE : pred(host);
      branches.add(branch(pred, routineNext(host, number), effects(host)));
    }
    builder.branches(routineAt(host, number), branches);
  }

  private Next routineNext(int host, int number) {
    int later = routines - number - 1;
    int kind = random.nextInt(5);
    if (kind == 0 && later > 0) {
      return new Next.Goto(routineAt(host, number + 1 + random.nextInt(later)));
    }
    if (kind == 1 && later > 1) {
      int called = number + 1 + random.nextInt(later - 1);
      Label back = routineAt(host, called + 1 + random.nextInt(routines - called - 1));
      return new Next.Call(routineAt(host, called), back);
    }
    return kind == 2 && random.nextInt(4) == 0 ? end(host) : new Next.Return();
  }

  private Pred pred(int host) {
    switch (random.nextInt(12)) {
      case 0:
        return Pred.prefix(pick(ENDS), 0x0a000000L + random.nextInt(32), 27 + random.nextInt(6));
      case 1:
        return new Pred.InRange(pick(PORTS), random.nextInt(4), random.nextInt(600));
      case 2:
        return new Pred.Masked(pick(fields), random.nextInt(32), 1L << random.nextInt(5));
      case 3:
        return Pred.same(pick(ENDS), pick(fields));
      case 4:
        return Pred.same(pick(PORTS), pick(PORTS));
      case 5:
        return Pred.not(pred(host));
      case 6:
        return Pred.and(pred(host), pred(host));
      case 7:
        return Pred.or(pred(host), pred(host));
      case 8:
        return draws ? chosen() : Pred.is(seen, random.nextInt(2));
      case 9:
        return new Pred.OfEntry(
            conntracked(host), Part.values()[random.nextInt(Part.values().length)], 1, 1);
      case 10:
        return Pred.is(Fields.CT_STATE, random.nextInt(4));
      default:
        return Pred.is(Fields.PHASE, random.nextInt(2));
    }
  }

  private Pred chosen() {
    long low = random.nextInt(3);
    return new Pred.Chosen(choice(anyKind(), 2), low, low + random.nextInt(2));
  }

  /** A host without a table reads and writes entry 0, "none". */
  private int conntracked(int host) {
    return host;
  }

  private Effect[] effects(int host) {
    Effect[] effects = new Effect[random.nextInt(3)];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = effect(host);
    }
    return effects;
  }

  private Effect effect(int host) {
    switch (random.nextInt(11)) {
      case 0:
        return new Effect.Set(pick(ENDS), 0x0a000000L + random.nextInt(32));
      case 1:
        return new Effect.Set(good, random.nextInt(3) == 0 ? 0 : 1);
      case 2:
        return new Effect.SetMasked(pick(fields), random.nextInt(16), random.nextInt(16));
      case 3:
        return new Effect.Flip(pick(fields), random.nextInt(8));
      case 4:
        return new Effect.Copy(pick(fields), pick(fields));
      case 5:
        return new Effect.Swap(pick(fields), pick(fields));
      case 6:
        return new Effect.Decrement(pick(fields));
      case 7:
        return new Effect.Set(Fields.PHASE, random.nextInt(4));
      case 8:
        return draws ? draw() : new Effect.Set(seen, random.nextInt(4));
      case 9:
        return new Connmark.Write(host, new MaskedMark(random.nextInt(8), random.nextInt(8)));
      default:
        Connmark.Bits packet = new Connmark.Bits(random.nextInt(8));
        Connmark.Bits connection = new Connmark.Bits(random.nextInt(8));
        return random.nextBoolean()
            ? new Connmark.Save(host, packet, connection)
            : new Connmark.Restore(host, packet, connection);
    }
  }

  private Effect draw() {
    long low = random.nextInt(3);
    Field field = random.nextBoolean() ? seen : Fields.DPORT;
    return new Draw(field, choice(anyKind(), 3), low, low + random.nextInt(5));
  }

  private static Branch branch(Pred pred, Next next, Effect... effects) {
    return new Branch(pred, List.of(effects), next, Optional.empty());
  }

  private static Branch total(Next next) {
    return branch(Pred.TRUE, next);
  }

  private Field pick(Field... some) {
    return some[random.nextInt(some.length)];
  }

  private Field pick(List<Field> some) {
    return some.get(random.nextInt(some.size()));
  }
}
