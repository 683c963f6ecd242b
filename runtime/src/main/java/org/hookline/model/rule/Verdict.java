package org.hookline.model.rule;

/** Where a packet goes after a target. */
public sealed interface Verdict {

  /** On to the next rule. */
  record Continue() implements Verdict {}

  /** The end of this table at this hook. */
  record Accept() implements Verdict {}

  record Drop() implements Verdict {}

  /** Drops, and answers the sender. */
  record Reject(RejectWith with) implements Verdict {}

  /** Back to the calling chain; in a built-in chain, to its policy. */
  record Return() implements Verdict {}

  record Jump(String chain) implements Verdict {}

  /** Like a jump whose return skips this chain. */
  record Goto(String chain) implements Verdict {}
}
