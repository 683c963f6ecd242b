package org.hookline.ir;

/**
 * Where the open calls of a packet return to, innermost on top. Immutable and compared by content.
 */
public final class CallStack {
  public static final CallStack EMPTY = new CallStack(null, null);

  private final CallStack outer;
  private final Label back;
  private final int depth;
  private final int hash;

  private CallStack(CallStack outer, Label back) {
    this.outer = outer;
    this.back = back;
    this.depth = outer == null ? 0 : outer.depth + 1;
    this.hash = outer == null ? 0 : 31 * outer.hash + System.identityHashCode(back);
  }

  /** This stack with one more open call, which returns to {@code label}. */
  public CallStack push(Label label) {
    return new CallStack(this, label);
  }

  /** Where the innermost call returns to. */
  public Label back() {
    if (outer == null) {
      throw new BrokenLaw("a return without a call");
    }
    return back;
  }

  /** This stack without the innermost call. */
  public CallStack pop() {
    if (outer == null) {
      throw new BrokenLaw("a return without a call");
    }
    return outer;
  }

  public int depth() {
    return depth;
  }

  /**
   * Whether work at {@code step} under this stack comes before work at {@code otherStep} under the
   * other, so that all arrivals at a step meet: call sites from the outside in, then the step; a
   * call comes just before the step that it returns to.
   *
   * @return negative, zero or positive as for {@link Comparable}
   */
  int compare(Label step, CallStack other, Label otherStep) {
    int common = Math.min(depth, other.depth);
    CallStack mine = at(common);
    CallStack theirs = other.at(common);
    if (!mine.equals(theirs)) {
      return mine.compareFrames(theirs);
    }
    if (depth == other.depth) {
      return Integer.compare(step.order(), otherStep.order());
    }
    return depth > other.depth
        ? at(common + 1).back.order() <= otherStep.order() ? -1 : 1
        : step.order() < other.at(common + 1).back.order() ? -1 : 1;
  }

  /** Of two stacks of equal depth that differ. */
  private int compareFrames(CallStack other) {
    int outside = outer.equals(other.outer) ? 0 : outer.compareFrames(other.outer);
    return outside != 0 ? outside : Integer.compare(back.order(), other.back.order());
  }

  private CallStack at(int height) {
    CallStack here = this;
    while (here.depth > height) {
      here = here.outer;
    }
    return here;
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof CallStack other) || hash != other.hash || depth != other.depth) {
      return false;
    }
    CallStack mine = this;
    CallStack theirs = other;
    while (mine != theirs && mine.back == theirs.back) {
      mine = mine.outer;
      theirs = theirs.outer;
    }
    return mine == theirs;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The labels from the outside in, each behind a {@code >}. */
  @Override
  public String toString() {
    return outer == null ? "" : outer + ">" + back;
  }
}
