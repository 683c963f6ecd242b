package org.hookline.kernel;

import java.util.Optional;

/**
 * One thing that Linux kernels do differently.
 *
 * @param code name for {@code explain}, for example {@code loose-rp-filter}
 * @param since first version that does it
 * @param until first version that does it no longer; empty for what stays
 * @param what one sentence
 * @param source commit or kernel function that shows it
 */
public record Behaviour(
    String code, KernelVersion since, Optional<KernelVersion> until, String what, String source) {

  /** Whether an unpatched kernel does it. */
  public boolean in(KernelVersion version) {
    return version.atLeast(since) && until.filter(version::atLeast).isEmpty();
  }

  /** {@code since Linux 4.9, until 4.10}. */
  public String period() {
    return "since Linux " + since + until.map(end -> ", until " + end).orElse("");
  }
}
