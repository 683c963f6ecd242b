package org.hookline.model.rule;

/** Where a packet goes after a target. */
public sealed interface Verdict {

  <R> R in(Handler<R> handler);

  /**
   * Whether the chain is left for good: neither the next rule follows nor a called chain returns.
   */
  default boolean isFinal() {
    return true;
  }

  /** One method a kind. */
  interface Handler<R> {
    R goOn();

    R accept();

    R drop();

    R reject(RejectWith with);

    R back();

    R jump(String chain);

    R leap(String chain);
  }

  /** On to the next rule. */
  record Continue() implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.goOn();
    }

    @Override
    public boolean isFinal() {
      return false;
    }
  }

  /** The end of this table at this hook. */
  record Accept() implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.accept();
    }
  }

  record Drop() implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.drop();
    }
  }

  /** Drops, and answers the sender. */
  record Reject(RejectWith with) implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.reject(with);
    }
  }

  /** Back to the calling chain; in a built-in chain, to its policy. */
  record Return() implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.back();
    }
  }

  record Jump(String chain) implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.jump(chain);
    }

    @Override
    public boolean isFinal() {
      return false;
    }
  }

  /** Like a jump whose return skips this chain. */
  record Goto(String chain) implements Verdict {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.leap(chain);
    }
  }
}
