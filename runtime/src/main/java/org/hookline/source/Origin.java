package org.hookline.source;

/**
 * Where in the user's text something came from. Every element of the model carries one, through
 * lowering, simulation, proof and generated script.
 *
 * @param file path of the text as the user named it; empty for {@link #NONE}
 * @param line 1-based line; 0 when there is no text behind the element
 * @param column 1-based column, in UTF-16 units
 * @param length length of the marked text, in UTF-16 units
 */
public record Origin(String file, int line, int column, int length) implements Comparable<Origin> {

  /** Made by the kernel or by a default, not written by anybody. */
  public static final Origin NONE = new Origin("", 0, 0, 0);

  /** An origin that marks a whole line, as importers of line-oriented dumps know it. */
  public static Origin line(String file, int line) {
    return new Origin(file, line, 1, 0);
  }

  /** Whether somebody wrote this element. */
  public boolean known() {
    return line > 0;
  }

  @Override
  public int compareTo(Origin other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line}, the form that editors and terminals make clickable. */
  @Override
  public String toString() {
    return known() ? file + ":" + line : "";
  }
}
