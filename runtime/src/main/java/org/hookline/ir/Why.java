package org.hookline.ir;

import org.hookline.source.Origin;

/**
 * Why a branch is there, for traces and verdicts.
 *
 * @param stage where on the path, in the field's words: {@code nat PREROUTING}, {@code rule 32764},
 *     {@code rp_filter}
 * @param text the rule, route or kernel check, as the tools would print it
 * @param origin the user's line behind it; {@link Origin#NONE} for the kernel's own steps
 */
public record Why(String stage, String text, Origin origin) {
  @Override
  public String toString() {
    return stage + ": " + text + (origin.known() ? "  (" + origin + ")" : "");
  }
}
