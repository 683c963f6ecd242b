package org.hookline.ir;

import java.util.List;
import org.hookline.source.Origin;

/**
 * Why a branch is there, for traces and verdicts.
 *
 * @param stage where on the path, in the field's words: {@code nat PREROUTING}, {@code rule 32764},
 *     {@code rp_filter}
 * @param text the rule, route or kernel check, as the tools would print it
 * @param iptables the same as commands of iptables, for the rules of packet tables; one, or several
 *     where iptables needs them
 * @param origin the user's line behind it; {@link Origin#NONE} for the kernel's own steps
 */
public record Why(String stage, String text, List<String> iptables, Origin origin) {

  /** What iptables has no part in. */
  public Why(String stage, String text, Origin origin) {
    this(stage, text, List.of(), origin);
  }

  @Override
  public String toString() {
    return stage + ": " + text + (origin.known() ? "  (" + origin + ")" : "");
  }
}
