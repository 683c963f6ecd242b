package org.hookline.ir;

/** The bounds of the model; a packet that meets one ends there and nothing is known of its flow. */
public enum Bound {
  /** A host's conntrack table has more entries than the checker has slots for. */
  ENTRIES("more conntrack entries than are modelled"),
  /** The flow has more packets than are told apart. */
  PACKETS("more packets than are modelled"),
  /** No admissible value was found for a choice (the kernel's own loops have such ends too). */
  DRAWS("no admissible choice found"),
  /** The checker looked at as many states as it may. */
  STATES("too many states"),
  /** The checker's sets grew larger than they may. */
  NODES("sets too large"),
  /** The simulator took as many steps as it may. */
  STEPS("too many steps");

  private final Fate fate;

  Bound(String reason) {
    fate = new Fate(Fate.Outcome.INCONCLUSIVE, "", reason);
  }

  /** How such a packet ends; every graph knows this fate. */
  public Fate fate() {
    return fate;
  }
}
