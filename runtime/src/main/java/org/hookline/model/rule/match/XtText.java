package org.hookline.model.rule.match;

import org.hookline.model.rule.IptablesLine;

/** How a rule speaks of an extension of iptables that nft has no words for. */
public final class XtText {
  private XtText() {}

  /** {@code xt match "set --match-set blocked src"}: a match in iptables' words. */
  static String match(Match match) {
    IptablesLine line = new IptablesLine();
    match.iptables(line);
    return "xt match " + of(line.modules().replaceFirst("^-m ", ""), "");
  }

  /** {@code "recent --set --name SSH"}, in quotes. */
  public static String of(String name, String options) {
    String text = (name + " " + options).trim();
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
