package org.hookline.dsl.load;

import java.util.List;

/**
 * The text of one file of a network.
 *
 * @param name the path as the user named it, as in {@link org.hookline.source.Origin#file()}
 */
public record SourceText(String name, String text) {

  /** One line without its end; empty when there is no such line. */
  public String line(int number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
