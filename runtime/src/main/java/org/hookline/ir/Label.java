package org.hookline.ir;

/**
 * The name of a step, and after linking the step itself. Labels are made by {@link
 * StepGraph.Builder#label} and compared by identity.
 */
public final class Label {
  private final String name;
  private Step step;
  private int order = -1;

  Label(String name) {
    this.name = name;
  }

  /** {@code host/box/part}; unique in a graph. */
  public String name() {
    return name;
  }

  public Step step() {
    return step;
  }

  /** Position in the topological order of its host; callers come before what they call. */
  public int order() {
    return order;
  }

  void link(Step target, int position) {
    step = target;
    order = position;
  }

  @Override
  public String toString() {
    return name;
  }
}
