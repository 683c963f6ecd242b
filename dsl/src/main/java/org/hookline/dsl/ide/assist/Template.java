package org.hookline.dsl.ide.assist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of text with gaps.
 *
 * @param name what the user types to find it
 * @param text gaps are written as the protocol's snippets are: <code>${1:eth0}</code>; the same
 *     number is the same gap
 */
public record Template(String name, String description, String text) {
  private static final Pattern GAP = Pattern.compile("\\$\\{\\d+:([^}]*)\\}");

  /** The text with every gap filled as it is proposed. */
  public String filled() {
    return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(gap.group(1)));
  }
}
