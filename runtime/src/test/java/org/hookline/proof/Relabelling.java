package org.hookline.proof;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hookline.ir.Branch;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;

/**
 * Takes a step of one graph over into another one.
 *
 * @param name of the step there
 * @param ways other names for the labels that it leads to
 * @param change of each branch
 */
record Relabelling(
    StepGraph.Builder builder, String name, Map<String, String> ways, UnaryOperator<Branch> change)
    implements Step.Handler<Step>, Next.Handler<Next> {

  private Label label(Label old) {
    return builder.label(ways.getOrDefault(old.name(), old.name()));
  }

  @Override
  public Step branches(Step.Branches step) {
    List<Branch> list =
        step.list().stream()
            .map(change)
            .map(b -> new Branch(b.guard(), b.effects(), b.next().in(this), b.why()))
            .toList();
    return new Step.Branches(builder.label(name), list);
  }

  @Override
  public Step find(Step.ConntrackFind step) {
    Next hit = step.hit().in(this);
    return new Step.ConntrackFind(
        builder.label(name), step.host(), step.quoted(), hit, step.miss().in(this));
  }

  @Override
  public Step create(Step.ConntrackCreate step) {
    return new Step.ConntrackCreate(builder.label(name), step.host(), step.then().in(this));
  }

  @Override
  public Step confirm(Step.ConntrackConfirm step) {
    Next ok = step.ok().in(this);
    return new Step.ConntrackConfirm(builder.label(name), step.host(), ok, step.clash().in(this));
  }

  @Override
  public Next go(Next.Goto next) {
    return new Next.Goto(label(next.step()));
  }

  @Override
  public Next cross(Next.Cross next) {
    return new Next.Cross(label(next.step()));
  }

  @Override
  public Next call(Next.Call next) {
    return new Next.Call(label(next.step()), label(next.back()));
  }

  @Override
  public Next back(Next.Return next) {
    return next;
  }

  @Override
  public Next spawn(Next.Spawn next) {
    List<Next.Fork> packets =
        next.packets().stream().map(f -> new Next.Fork(f.effects(), label(f.step()))).toList();
    return new Next.Spawn(packets, next.then().in(this));
  }

  @Override
  public Next ahead(Next.Ahead next) {
    Next.Fork packet = next.packet();
    return new Next.Ahead(
        new Next.Fork(packet.effects(), label(packet.step())), label(next.then()));
  }

  @Override
  public Next end(Next.End next) {
    return next;
  }
}
