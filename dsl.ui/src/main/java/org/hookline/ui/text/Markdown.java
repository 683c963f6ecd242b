package org.hookline.ui.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The little Markdown that the brain speaks: headings, {@code **bold**}, {@code `code`}, fenced
 * code, lists and rules. Turned into plain text with the parts that look different.
 */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  private Markdown() {}

  /** How a part looks. */
  public enum Look {
    BOLD,
    CODE
  }

  /** A part of the text that looks different. */
  public record Part(int start, int length, Look look) {}

  /** Reads Markdown. */
  public static Markdown of(String markdown) {
    Markdown read = new Markdown();
    boolean code = false;
    for (String line : markdown.strip().split("\r?\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        read.add(line, Look.CODE);
        read.text.append('\n');
      } else {
        read.line(line);
      }
    }
    return read;
  }

  /** The Markdown of documentation, in any of the protocol's forms; empty for none. */
  public static String source(Either<String, MarkupContent> documentation) {
    return documentation == null
        ? ""
        : documentation.map(plain -> plain, markup -> markup.getValue());
  }

  /** Without any signs. */
  public String text() {
    return text.toString().strip();
  }

  public List<Part> parts() {
    return List.copyOf(parts);
  }

  private void line(String line) {
    if (line.matches("-{3,}")) {
      text.append("\n");
      return;
    }
    if (line.startsWith("#")) {
      add(line.replaceFirst("^#+ *", ""), Look.BOLD);
    } else {
      inline(line.replaceFirst("^( *)[-*] ", "$1• "));
    }
    text.append('\n');
  }

  private void inline(String line) {
    int at = 0;
    while (at < line.length()) {
      if (line.startsWith("**", at) && line.indexOf("**", at + 2) > 0) {
        int end = line.indexOf("**", at + 2);
        add(line.substring(at + 2, end), Look.BOLD);
        at = end + 2;
      } else if (line.charAt(at) == '`' && line.indexOf('`', at + 1) > 0) {
        int end = line.indexOf('`', at + 1);
        add(line.substring(at + 1, end), Look.CODE);
        at = end + 1;
      } else {
        text.append(line.charAt(at));
        at++;
      }
    }
  }

  private void add(String words, Look look) {
    parts.add(new Part(text.length(), words.length(), look));
    text.append(words);
  }
}
