package org.hookline.dsl.reference;

import java.util.Optional;

/**
 * What the reference tells of one construct.
 *
 * @param kind the name of its class in the syntax tree
 * @param prose in Markdown; may be empty
 * @param example a piece of text that has one
 * @param around the text that the example stands in, with {@code …} in its place
 * @param imported a file {@code base.hkl} that the text imports
 */
public record Section(
    String kind,
    Title title,
    String prose,
    String example,
    String around,
    Optional<String> imported) {

  /** What a section is called. */
  public record Title(String text) {}

  /** The example as a file. */
  public String file() {
    return around.replace("…", "\n" + example + "\n");
  }
}
