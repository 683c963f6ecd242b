package org.hookline.testing;

import java.util.List;
import org.hookline.ir.Branch;
import org.hookline.ir.Step;

/** The branches of a step; those of conntrack have none. */
public enum Branching implements Step.Handler<List<Branch>> {
  INSTANCE;

  @Override
  public List<Branch> branches(Step.Branches step) {
    return step.list();
  }

  @Override
  public List<Branch> find(Step.ConntrackFind step) {
    return List.of();
  }

  @Override
  public List<Branch> create(Step.ConntrackCreate step) {
    return List.of();
  }

  @Override
  public List<Branch> confirm(Step.ConntrackConfirm step) {
    return List.of();
  }
}
