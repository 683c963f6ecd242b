package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.path.Observer;

/**
 * One property, ready to be judged: what it writes down on the way, and what must hold at the end.
 */
public interface Judge {

  /** What must be in the graph before it is built. */
  List<Observer> observers();

  /** What holds of the final state of a good flow. */
  Pred good(StepGraph graph);
}
