package org.hookline.ir;

import java.util.Locale;
import java.util.Optional;

/**
 * How a packet ends.
 *
 * @param host where; empty only for the bounds of the model, pseudo-hosts have names too
 * @param reason for a drop the kernel's own name ({@code IP_RPFILTER}), the errno that the sender
 *     gets ({@code ENETUNREACH}), or both ({@code NETFILTER_DROP, EINVAL}); else a word of the
 *     model
 */
public record Fate(Outcome outcome, String host, String reason) {
  private static final String BOTH = ", ";

  /** The reason of a drop by a hook of which the sender is told with an errno of its own. */
  public static String reason(String drop, String errno) {
    return drop + BOTH + errno;
  }

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

  /** The kernel's name for the drop; empty when the packet never became one. */
  public Optional<String> drop() {
    String first = reason.split(BOTH)[0];
    return outcome != Outcome.DROPPED || isErrno(first) ? Optional.empty() : Optional.of(first);
  }

  /** What the sender's system call returns, where the end of the packet says so. */
  public Optional<String> errno() {
    String last = reason.substring(reason.lastIndexOf(' ') + 1);
    return outcome == Outcome.DROPPED && isErrno(last) ? Optional.of(last) : Optional.empty();
  }

  private static boolean isErrno(String word) {
    return word.matches("E[A-Z]+");
  }

  @Override
  public String toString() {
    String what = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String where = host.isEmpty() ? what : what + " at " + host;
    return reason.isEmpty() ? where : where + " (" + reason + ")";
  }
}
