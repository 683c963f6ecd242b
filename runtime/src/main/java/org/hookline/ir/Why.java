package org.hookline.ir;

import java.util.List;
import java.util.Optional;
import org.hookline.source.Origin;

/**
 * Why a branch is there, for traces and verdicts.
 *
 * @param stage where on the path, in the field's words: {@code nat PREROUTING}, {@code rule 32764},
 *     {@code rp_filter}
 * @param text the rule, route or kernel check, as the tools would print it
 * @param iptables the same as commands of iptables, for the rules of packet tables; one, or several
 *     where iptables needs them
 * @param rule where the rule or policy stands, for those of packet tables: {@code
 *     filter/FORWARD/3}, {@code nft/inet/fw/input/policy}; empty for everything else
 * @param origin the user's line behind it; {@link Origin#NONE} for the kernel's own steps
 */
public record Why(
    String stage, String text, List<String> iptables, Optional<String> rule, Origin origin) {

  /** What packet tables have no part in. */
  public Why(String stage, String text, Origin origin) {
    this(stage, text, List.of(), Optional.empty(), origin);
  }

  @Override
  public String toString() {
    return stage + ": " + text + (origin.known() ? "  (" + origin + ")" : "");
  }
}
