package org.hookline.ir;

import java.util.Locale;

/**
 * How a packet ends.
 *
 * @param host where; empty only for the bounds of the model, pseudo-hosts have names too
 * @param reason for a drop the kernel's own name ({@code IP_RPFILTER}), else a word of the model
 */
public record Fate(Outcome outcome, String host, String reason) {

  /** What became of a packet. */
  public enum Outcome {
    /** A listening socket took it. */
    ACCEPTED,
    /** The socket that opened the flow took it. */
    ANSWERED,
    /** The host it arrived at has no socket for it and says so (RST, port unreachable). */
    REFUSED,
    /** The socket that opened the flow was told that it is refused. */
    REJECTED,
    /** Delivered to a host that has no use for it and stays silent. */
    STRAY,
    /** Dropped on the way. */
    DROPPED,
    /** It could never have been sent: not part of the flow set. */
    NEVER_SENT,
    /** The model's bounds ended it; nothing is known. */
    INCONCLUSIVE
  }

  @Override
  public String toString() {
    String what = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String where = host.isEmpty() ? what : what + " at " + host;
    return reason.isEmpty() ? where : where + " (" + reason + ")";
  }
}
