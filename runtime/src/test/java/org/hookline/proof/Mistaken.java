package org.hookline.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hookline.ir.Branch;
import org.hookline.ir.CallStack;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Next;
import org.hookline.ir.Place;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Taken;
import org.hookline.ir.Visit;
import org.hookline.packet.Fields;

/**
 * A graph whose conntrack tables have a mistake, for the simulator; each step of conntrack became
 * two steps.
 */
final class Mistaken implements Step.Handler<Void> {
  private static final String TOLD = "/told";

  private final Rewriting rewriting;
  private final IntFunction<Effect> confirming;
  private final StepGraph graph;

  /**
   * @param confirming what confirms a connection of a host
   */
  Mistaken(StepGraph right, StoreMistake mistake, IntFunction<Effect> confirming) {
    this.confirming = confirming;
    rewriting = new Rewriting(right);
    right.steps().forEach(step -> step.in(this));
    rewriting.eachEffect(
        effects -> effects.stream().map(e -> (Effect) new Through(mistake, e)).toList());
    graph = rewriting.done();
  }

  StepGraph graph() {
    return graph;
  }

  /** What was taken here, in terms of another graph; empty for the first of two steps. */
  Optional<Taken> in(StepGraph other, Taken taken) {
    String name = taken.place().step().name();
    if (graph.label(name + TOLD).isPresent()) {
      return Optional.empty();
    }
    boolean second = name.endsWith(TOLD) && other.label(name).isEmpty();
    Label step = label(other, second ? name.substring(0, name.length() - TOLD.length()) : name);
    return Optional.of(new Taken(new Place(in(other, taken.place().moment()), step), taken.way()));
  }

  private static Moment in(StepGraph other, Moment moment) {
    return new Moment(
        moment.packet(), moment.sent(), moment.turn(), moment.hop(), calls(other, moment.calls()));
  }

  /** The same draws in terms of another graph. */
  static Map<Visit, Long> in(StepGraph other, Map<Visit, Long> draws) {
    Map<Visit, Long> there = new LinkedHashMap<>();
    draws.forEach((v, value) -> there.put(new Visit(v.choice(), in(other, v.moment())), value));
    return there;
  }

  private static CallStack calls(StepGraph other, CallStack calls) {
    return calls.depth() == 0
        ? CallStack.EMPTY
        : calls(other, calls.pop()).push(label(other, calls.back().name()));
  }

  private static Label label(StepGraph graph, String name) {
    return graph.label(name).orElseThrow();
  }

  private static Branch branch(Pred when, Next next, Effect... effects) {
    return new Branch(when, List.of(effects), next, Optional.empty());
  }

  private static Pred told(int truth) {
    return Pred.is(Fields.ACCEPTED, truth);
  }

  @Override
  public Void branches(Step.Branches step) {
    return null;
  }

  @Override
  public Void find(Step.ConntrackFind step) {
    String name = step.label().name();
    Effect forget = new Effect.Set(Fields.ACCEPTED, 0);
    Effect find = new ConntrackEffects.Find(step.host(), step.quoted());
    rewriting.branches(name, branch(Pred.TRUE, rewriting.to(name + TOLD), find));
    rewriting.branches(
        name + TOLD, branch(told(1), step.hit(), forget), branch(Pred.TRUE, step.miss()));
    return null;
  }

  @Override
  public Void create(Step.ConntrackCreate step) {
    Effect create = new ConntrackEffects.Create(step.host());
    rewriting.branches(step.label().name(), branch(Pred.TRUE, step.then(), create));
    return null;
  }

  @Override
  public Void confirm(Step.ConntrackConfirm step) {
    String name = step.label().name();
    Effect forget = new Effect.Set(Fields.ACCEPTED, 0);
    rewriting.branches(
        name, branch(Pred.TRUE, rewriting.to(name + TOLD), confirming.apply(step.host())));
    rewriting.branches(
        name + TOLD, branch(told(0), step.ok()), branch(Pred.TRUE, step.clash(), forget));
    return null;
  }
}
