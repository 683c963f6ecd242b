package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.path.Observer;

/** {@code no loop}: no packet of the flow runs out of time to live. */
record NoLoop() implements Judge {
  /** kernel: SKB_DROP_REASON_IP_INHDR in net/ipv4/ip_forward.c ip_forward() */
  private static final String EXPIRED = "IP_INHDR";

  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    Pred first = Fates.of(graph, 0, fate -> fate.reason().equals(EXPIRED));
    return Pred.not(Pred.or(first, Fates.later(graph, fate -> fate.reason().equals(EXPIRED))));
  }
}
