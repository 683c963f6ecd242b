package org.hookline.model.rule.match;

/** How a rule speaks of an extension of iptables that nft has no words for. */
public final class XtText {
  private XtText() {}

  /** {@code "recent --set --name SSH"}, in quotes. */
  public static String of(String name, String options) {
    String text = (name + " " + options).trim();
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
