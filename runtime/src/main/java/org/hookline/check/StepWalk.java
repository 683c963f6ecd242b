package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Quantifier;
import org.hookline.check.set.Vec;
import org.hookline.ir.Bound;
import org.hookline.ir.Branch;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Next;
import org.hookline.ir.Place;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Waiting;
import org.hookline.ir.conntrack.Conntrack;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/** Takes one step with one state, in all ways that its packets go. */
final class StepWalk implements Step.Handler<Void>, Next.Handler<Void> {

  /** A state on its way to its next place. */
  record Arrival(Place place, Guarded state) {}

  /** Which packets took a way. */
  record Way(int number, int guard) {}

  private final Arena arena;
  private final Diagrams diagrams;
  private final StepGraph graph;
  private final Place place;
  private final Guarded state;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Guarded> ends = new ArrayList<>();

  /** Of the way in hand. */
  private SymbolicContext here;

  private List<Queued> queue;

  StepWalk(Arena arena, Place place, Guarded state) {
    this.arena = arena;
    this.diagrams = arena.diagrams();
    this.graph = arena.graph();
    this.place = place;
    this.state = state;
  }

  void run() {
    place.step().step().in(this);
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  List<Way> ways() {
    return ways;
  }

  /** States whose flow is over. */
  List<Guarded> ends() {
    return ends;
  }

  private SymbolicContext context(int guard) {
    return new SymbolicContext(arena, place.moment(), state.state().env(), guard);
  }

  private void leave(int way, SymbolicContext context, Next next) {
    if (!context.isEmpty()) {
      ways.add(new Way(way, context.guard()));
      here = context;
      queue = state.state().queue();
      next.in(this);
    }
  }

  @Override
  public Void branches(Step.Branches step) {
    List<Branch> list = step.list();
    SymbolicContext reader = context(state.guard());
    int rest = state.guard();
    for (int way = 0; way < list.size() && rest != Diagrams.FALSE; way++) {
      Branch branch = list.get(way);
      // under what came in, which does not grow with the rules: a few nodes, and then one path of
      // rest
      int where = diagrams.and(rest, branch.guard().in(reader, state.guard()));
      if (where != Diagrams.FALSE) {
        SymbolicContext context = context(where);
        apply(branch.effects(), context);
        leave(way, context, branch.next());
        rest = diagrams.minus(rest, where);
      }
    }
    if (rest != Diagrams.FALSE) {
      throw new BrokenLaw("no branch of " + step.label() + " is taken");
    }
    return null;
  }

  /** Where the effects leave no admissible draw, the flow ends inconclusive as it was before. */
  private void apply(List<Effect> effects, SymbolicContext context) {
    if (effects.isEmpty()) {
      return;
    }
    int before = context.guard();
    Vec[] env = context.env();
    for (Effect effect : effects) {
      effect.on(context);
    }
    if (context.guard() == before) {
      return;
    }
    int possible = context.guard();
    if (context.drawn() != null) {
      possible = new Quantifier(diagrams, context.drawn()).exists(possible);
    }
    int lost = diagrams.minus(before, possible);
    if (lost != Diagrams.FALSE) {
      ends.add(
          ended(
              place, new Guarded(lost, new State(env, state.state().queue())), Bound.DRAWS, arena));
    }
  }

  /** A state that a bound ends where it stands. */
  static Guarded ended(Place place, Guarded state, Bound bound, Arena arena) {
    SymbolicContext context =
        new SymbolicContext(arena, place.moment(), state.state().env(), state.guard());
    giveUp(context, state.state().queue(), bound.fate(), arena);
    return new Guarded(state.guard(), new State(context.env(), List.of()));
  }

  /** After an inconclusive end nothing is known, so the queued packets do not move either. */
  private static void giveUp(SymbolicContext context, List<Queued> queue, Fate fate, Arena arena) {
    setFate(context, context.moment(), fate, arena);
    queue.forEach(q -> q.packet().since().ifPresent(since -> setFate(context, since, fate, arena)));
  }

  private static void setFate(SymbolicContext context, Moment moment, Fate fate, Arena arena) {
    StepGraph graph = arena.graph();
    int number = graph.numberOf(fate);
    Field ghost = graph.fateOf(moment.packet());
    context.set(ghost, arena.vectors().value(ghost.width(), number));
  }

  @Override
  public Void find(Step.ConntrackFind step) {
    SymbolicContext reader = context(state.guard());
    int rest = state.guard();
    for (Found<Integer, Vec> found :
        reader.conntrack(step.host()).find(state.guard(), Conntrack.key(reader, step.quoted()))) {
      SymbolicContext context = context(found.where());
      Conntrack.hit(context, context.conntrack(step.host()), found, step.quoted());
      leave(Step.ConntrackFind.HIT, context, step.hit());
      rest = diagrams.minus(rest, found.where());
    }
    leave(Step.ConntrackFind.MISS, context(rest), step.miss());
    return null;
  }

  @Override
  public Void create(Step.ConntrackCreate step) {
    int full = context(state.guard()).conntrack(step.host()).full(state.guard());
    leave(Step.ConntrackCreate.FULL, context(full), new Next.End(Bound.ENTRIES.fate()));
    SymbolicContext context = context(diagrams.minus(state.guard(), full));
    if (!context.isEmpty()) {
      Conntrack.create(context, context.conntrack(step.host()));
      leave(Step.ConntrackCreate.CREATED, context, step.then());
    }
    return null;
  }

  @Override
  public Void confirm(Step.ConntrackConfirm step) {
    SymbolicContext context = context(state.guard());
    Store<Integer, Vec> store = context.conntrack(step.host());
    context.narrow(Conntrack.unconfirmed(context, store));
    leave(
        Step.ConntrackConfirm.OK,
        context(diagrams.minus(state.guard(), context.guard())),
        step.ok());
    if (!context.isEmpty()) {
      int clash = diagrams.and(context.guard(), Conntrack.clash(context, store));
      leave(Step.ConntrackConfirm.CLASH, context(clash), step.clash());
      context.narrow(diagrams.not(clash));
      Conntrack.confirm(context, store);
      leave(Step.ConntrackConfirm.OK, context, step.ok());
    }
    return null;
  }

  private Void arrive(Label step, Moment moment) {
    Guarded next = new Guarded(here.guard(), new State(here.env(), queue));
    arrivals.add(new Arrival(new Place(moment, step), next));
    return null;
  }

  @Override
  public Void go(Next.Goto next) {
    return arrive(next.step(), place.moment());
  }

  @Override
  public Void cross(Next.Cross next) {
    Moment there = place.moment().crossed();
    int begun = begun();
    if (begun == 0) {
      return arrive(next.step(), there);
    }
    List<Queued> longer = new ArrayList<>(queue);
    Waiting waiting = Waiting.toGoOn(next.step(), there);
    longer.add(begun, new Queued(waiting, arena.withoutWorld(here.env())));
    queue = longer;
    return begin();
  }

  @Override
  public Void call(Next.Call next) {
    return arrive(next.step(), place.moment().called(next.back()));
  }

  @Override
  public Void back(Next.Return next) {
    return arrive(place.moment().calls().back(), place.moment().returned());
  }

  @Override
  public Void spawn(Next.Spawn next) {
    if (!hasRoom(next.packets().size())) {
      return new Next.End(Bound.PACKETS.fate()).in(this);
    }
    List<Queued> longer = new ArrayList<>(queue);
    for (Next.Fork fork : next.packets()) {
      longer.add(queued(fork));
      if (here.isEmpty()) {
        return null;
      }
    }
    queue = List.copyOf(longer);
    return next.then().in(this);
  }

  /** Leaves in hand what the effects can be applied to. */
  private Queued queued(Next.Fork fork) {
    SymbolicContext copy = new SymbolicContext(arena, place.moment(), here.env(), here.guard());
    apply(fork.effects(), copy);
    here.narrow(copy.guard());
    return new Queued(Waiting.toBegin(fork.step()), arena.withoutWorld(copy.env()));
  }

  @Override
  public Void ahead(Next.Ahead next) {
    if (!hasRoom(1)) {
      return new Next.End(Bound.PACKETS.fate()).in(this);
    }
    Queued first = queued(next.packet());
    Waiting waiting = Waiting.toGoOn(next.then(), place.moment());
    List<Queued> longer = new ArrayList<>();
    longer.add(first);
    longer.add(new Queued(waiting, arena.withoutWorld(here.env())));
    longer.addAll(queue);
    queue = longer;
    return here.isEmpty() ? null : begin();
  }

  private boolean hasRoom(int more) {
    int unsent = queue.size() - begun();
    return place.moment().sent() + unsent + more < StepGraph.PACKETS;
  }

  /** So many of the queue are on their way; they come before those that will be sent. */
  private int begun() {
    return (int) queue.stream().filter(q -> q.packet().begun()).count();
  }

  @Override
  public Void end(Next.End next) {
    if (next.fate().outcome() == Fate.Outcome.INCONCLUSIVE) {
      giveUp(here, queue, next.fate(), arena);
      queue = List.of();
    } else {
      setFate(here, place.moment(), next.fate(), arena);
    }
    if (queue.isEmpty()) {
      ends.add(new Guarded(here.guard(), new State(here.env(), List.of())));
      return null;
    }
    return begin();
  }

  /** The turn of the first packet in the queue, in the world that its predecessor left. */
  private Void begin() {
    Queued first = queue.get(0);
    Vec[] env = arena.inWorld(first.env(), here.env());
    State start = new State(env, List.copyOf(queue.subList(1, queue.size())));
    Place next = first.packet().after(place.moment());
    arrivals.add(new Arrival(next, new Guarded(here.guard(), start)));
    return null;
  }
}
