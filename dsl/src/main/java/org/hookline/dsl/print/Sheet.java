package org.hookline.dsl.print;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.source.Origin;

/** A text of the language while it is being written: blocks, lines, and where each came from. */
final class Sheet {
  private static final int LONGEST = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final Function<Origin, Optional<String>> provenance;
  private final StringBuilder text = new StringBuilder();
  private String indent = "";
  private boolean gap;

  /**
   * @param provenance what is remembered of an element beside it; empty for nothing
   */
  Sheet(Function<Origin, Optional<String>> provenance) {
    this.provenance = provenance;
  }

  /** One line, with its provenance as a comment. */
  void line(String words, Origin origin) {
    if (gap && !words.equals("}")) {
      text.append('\n');
    }
    gap = false;
    String from = provenance.apply(origin).map(Sheet::comment).orElse("");
    text.append((indent + plain(words) + from).stripTrailing()).append('\n');
  }

  /** One line that nobody wrote. */
  void line(String words) {
    line(words, Origin.NONE);
  }

  /** An empty line before the next one, unless a block begins or ends there. */
  void blank() {
    gap = !text.isEmpty() && text.charAt(text.length() - 2) != '{';
  }

  /** {@code words {}, and everything until {@link #close()} inside. */
  void open(String words, Origin origin) {
    line(words + " {", origin);
    indent += "  ";
  }

  void close() {
    indent = indent.substring(2);
    line("}");
  }

  /** Only strings can hold signs that are no text; there they are written by their number. */
  private static String plain(String words) {
    return CONTROL.matcher(words).replaceAll(sign -> escaped(sign.group().charAt(0)));
  }

  private static String escaped(char sign) {
    return Matcher.quoteReplacement(String.format("\\u%04x", (int) sign));
  }

  private static String comment(String line) {
    String plain = line.strip().replaceAll("\\p{Cntrl}+", " ");
    return "  // " + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + " …" : plain);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
