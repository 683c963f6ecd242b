package org.hookline.kernel;

import java.util.List;

/** Things Linux kernels do differently: the only file that knows version numbers. */
public final class Behaviours {
  public static final Behaviour LOOSE_RP_FILTER =
      new Behaviour(
          "loose-rp-filter",
          new KernelVersion(2, 6, 31),
          "rp_filter = 2 checks only that the source is reachable by some interface",
          "net/ipv4/fib_frontend.c __fib_validate_source(), commit c1cf8422f0512c2b");

  private Behaviours() {}

  /** All rows, in the order of {@link Behaviour#since}. */
  public static List<Behaviour> all() {
    return List.of(LOOSE_RP_FILTER);
  }
}
