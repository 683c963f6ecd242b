package org.hookline.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The steps that follow a step inside the same host, and the fates it can end in. Steps behind a
 * crossing or a queue do not count: work there has a higher hop or turn anyway.
 */
final class Successors implements Step.Handler<Void>, Next.Handler<Void> {
  private final List<Label> found = new ArrayList<>();
  private final List<Label> elsewhere = new ArrayList<>();
  private final Set<Fate> fates;

  private Successors(Set<Fate> fates) {
    this.fates = fates;
  }

  static Successors of(Step step, Set<Fate> fates) {
    Successors successors = new Successors(fates);
    step.in(successors);
    return successors;
  }

  /** Reached in the same moment. */
  List<Label> here() {
    return found;
  }

  /** Reached with a higher hop or turn. */
  List<Label> elsewhere() {
    return elsewhere;
  }

  @Override
  public Void branches(Step.Branches step) {
    step.list().forEach(branch -> branch.next().in(this));
    return null;
  }

  @Override
  public Void find(Step.ConntrackFind step) {
    step.hit().in(this);
    return step.miss().in(this);
  }

  @Override
  public Void create(Step.ConntrackCreate step) {
    return step.then().in(this);
  }

  @Override
  public Void confirm(Step.ConntrackConfirm step) {
    step.ok().in(this);
    return step.clash().in(this);
  }

  @Override
  public Void go(Next.Goto next) {
    found.add(next.step());
    return null;
  }

  @Override
  public Void cross(Next.Cross next) {
    elsewhere.add(next.step());
    return null;
  }

  @Override
  public Void call(Next.Call next) {
    found.add(next.step());
    found.add(next.back());
    return null;
  }

  @Override
  public Void back(Next.Return next) {
    return null;
  }

  @Override
  public Void spawn(Next.Spawn next) {
    next.packets().forEach(fork -> elsewhere.add(fork.step()));
    return next.then().in(this);
  }

  @Override
  public Void ahead(Next.Ahead next) {
    elsewhere.add(next.packet().step());
    elsewhere.add(next.then());
    return null;
  }

  @Override
  public Void end(Next.End next) {
    fates.add(next.fate());
    return null;
  }
}
