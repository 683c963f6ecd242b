package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.path.Observer;

/**
 * {@code same as}: nothing is asked of one network alone; see {@link
 * org.hookline.check.Comparison}.
 */
record Compared() implements Judge {
  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.TRUE;
  }
}
