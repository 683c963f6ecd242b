package org.hookline.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.hookline.ir.Bound;
import org.hookline.ir.Branch;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Next;
import org.hookline.ir.Place;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Straight;
import org.hookline.ir.Taken;
import org.hookline.ir.Waiting;
import org.hookline.ir.Ways;
import org.hookline.ir.conntrack.Conntrack;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/**
 * The way of all packets of one flow. A step answers with what comes next; a next answers with the
 * label of the following step, or null when the flow is over.
 */
final class Walk implements Step.Handler<Next>, Next.Handler<Label> {
  /** A safety net only: the hop limit of packets ends loops. */
  private static final int STEPS = 1 << 20;

  private static final Next IMPOSSIBLE = new Next.End(Bound.DRAWS.fate());

  private record Queued(Waiting packet, long[] values) {}

  private final StepGraph graph;
  private final PacketState state;
  private final Recorder recorder;

  /** Whether somebody is told of the steps. */
  private final boolean told;

  /** Packets on their way, in the order of their turns. */
  private final Deque<Queued> begun = new ArrayDeque<>(1);

  /** Packets that will be sent when no other one is on its way. */
  private final Queue<Queued> unsent = new ArrayDeque<>(1);

  private Label at;

  Walk(StepGraph graph, PacketState state, Recorder recorder) {
    this.graph = graph;
    this.state = state;
    this.recorder = recorder;
    this.told = recorder != Recorder.NONE;
  }

  void run(Label start) {
    at = start;
    recorder.starts(state.moment(), state.now());
    for (int steps = 0; at != null; steps++) {
      at = steps < STEPS ? at.step().in(this).in(this) : stop(Bound.STEPS);
    }
  }

  @Override
  public Next branches(Step.Branches step) {
    Ways ways = graph.ways(step);
    int way = ways.first(state.values(), state);
    if (way < 0) {
      throw broken(step);
    }
    return take(step, ways, way);
  }

  private static BrokenLaw broken(Step step) {
    return new BrokenLaw("no branch of " + step.label() + " is taken");
  }

  private Next take(Step step, Ways ways, int way) {
    Branch branch = ways.branch(way);
    Straight straight = told ? null : ways.straight(way);
    if (straight != null) {
      return take(straight);
    }
    if (!state.apply(branch.effects(), told)) {
      return IMPOSSIBLE;
    }
    report(step, way, Optional.of(branch));
    return branch.next();
  }

  private Next take(Straight straight) {
    Straight part = straight;
    Next next = part.take(state.values());
    while (next instanceof Next.Return) {
      part = part.behind(state.comeBack());
      next = part.take(state.values());
    }
    return next;
  }

  private void report(Step step, int way, Optional<Branch> branch) {
    if (!told) {
      return;
    }
    Taken taken = new Taken(new Place(state.moment(), step.label()), way);
    recorder.takes(taken, step, branch, state.before(), state.now());
  }

  @Override
  public Next find(Step.ConntrackFind step) {
    state.save();
    Store<Boolean, Long> store = state.conntrack(step.host());
    List<Found<Boolean, Long>> found = store.find(true, Conntrack.key(state, step.quoted()));
    if (found.isEmpty()) {
      report(step, Step.ConntrackFind.MISS, Optional.empty());
      return step.miss();
    }
    Conntrack.hit(state, store, found.get(0), step.quoted());
    report(step, Step.ConntrackFind.HIT, Optional.empty());
    return step.hit();
  }

  @Override
  public Next create(Step.ConntrackCreate step) {
    state.save();
    Conntrack.create(state, state.conntrack(step.host()));
    report(step, Step.ConntrackCreate.CREATED, Optional.empty());
    return step.then();
  }

  @Override
  public Next confirm(Step.ConntrackConfirm step) {
    state.save();
    Store<Boolean, Long> store = state.conntrack(step.host());
    boolean unconfirmed = Conntrack.unconfirmed(state, store);
    if (unconfirmed && Conntrack.clash(state, store)) {
      report(step, Step.ConntrackConfirm.CLASH, Optional.empty());
      return step.clash();
    }
    if (unconfirmed) {
      Conntrack.confirm(state, store);
    }
    report(step, Step.ConntrackConfirm.OK, Optional.empty());
    return step.ok();
  }

  @Override
  public Label go(Next.Goto next) {
    return next.step();
  }

  @Override
  public Label cross(Next.Cross next) {
    Moment there = state.moment().crossed();
    if (!begun.isEmpty()) {
      begun.add(new Queued(Waiting.toGoOn(next.step(), there), state.values().clone()));
      return start(begun.remove());
    }
    state.move(there);
    return next.step();
  }

  @Override
  public Label call(Next.Call next) {
    state.call(next.back());
    return next.step();
  }

  @Override
  public Label back(Next.Return next) {
    return state.comeBack();
  }

  @Override
  public Label spawn(Next.Spawn next) {
    if (!hasRoom(next.packets().size())) {
      return stop(Bound.PACKETS);
    }
    for (Next.Fork fork : next.packets()) {
      long[] values = state.applied(fork.effects());
      if (values == null) {
        return stop(Bound.DRAWS);
      }
      unsent.add(new Queued(Waiting.toBegin(fork.step()), values));
    }
    return next.then().in(this);
  }

  @Override
  public Label ahead(Next.Ahead next) {
    if (!hasRoom(1)) {
      return stop(Bound.PACKETS);
    }
    long[] values = state.applied(next.packet().effects());
    if (values == null) {
      return stop(Bound.DRAWS);
    }
    begun.addFirst(new Queued(Waiting.toGoOn(next.then(), state.moment()), state.values().clone()));
    return start(new Queued(Waiting.toBegin(next.packet().step()), values));
  }

  private boolean hasRoom(int more) {
    return state.moment().sent() + unsent.size() + more < StepGraph.PACKETS;
  }

  /** After an inconclusive end nothing is known, so the queued packets do not move either. */
  @Override
  public Label end(Next.End next) {
    record(state.moment(), next.fate());
    if (next.fate().outcome() == Fate.Outcome.INCONCLUSIVE) {
      begun.forEach(q -> q.packet().since().ifPresent(since -> record(since, next.fate())));
      begun.clear();
      unsent.clear();
    }
    Queued queued = begun.isEmpty() ? unsent.poll() : begun.remove();
    return queued == null ? null : start(queued);
  }

  private Label stop(Bound bound) {
    return end(new Next.End(bound.fate()));
  }

  private void record(Moment moment, Fate fate) {
    state.set(graph.fateOf(moment.packet()), (long) graph.numberOf(fate));
    recorder.ends(moment, fate, state.now());
  }

  /** The queued packet begins, or goes on, in the world that its predecessor left. */
  private Label start(Queued queued) {
    long[] values = queued.values();
    for (Field field : graph.fields()) {
      if (field.scope().world()) {
        values[field.id()] = state.values()[field.id()];
      }
    }
    state.replace(values);
    Place place = queued.packet().after(state.moment());
    state.move(place.moment());
    if (!queued.packet().begun()) {
      recorder.starts(state.moment(), state.now());
    }
    return place.step();
  }
}
