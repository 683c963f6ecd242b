package org.hookline.ui.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The little Markdown that the brain speaks: headings, {@code **bold**}, {@code `code`}, fenced
 * code, lists, tables and rules. Turned into plain text with the parts that look different.
 */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();
  private boolean inParagraph;

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
    List<String> rows = new ArrayList<>();
    for (String line : markdown.strip().split("\r?\n", -1)) {
      if (!code && line.startsWith("|")) {
        rows.add(line);
        continue;
      }
      read.table(rows);
      rows.clear();
      if (line.startsWith("```")) {
        code = !code;
        read.inParagraph = false;
      } else if (code) {
        read.add(line, Look.CODE);
        read.text.append('\n');
      } else {
        read.line(line);
      }
    }
    read.table(rows);
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
    boolean item = line.matches(" *[-*] .*");
    boolean heading = line.startsWith("#");
    boolean plain = !line.isBlank() && !heading && !line.matches("-{3,}");
    if (plain && !item && inParagraph) {
      text.setCharAt(text.length() - 1, ' '); // lines of a paragraph go on where the last one ended
    }
    if (heading) {
      add(line.replaceFirst("^#+ *", ""), Look.BOLD);
    } else if (plain) {
      inline(inParagraph && !item ? line.strip() : line.replaceFirst("^( *)[-*] ", "$1• "));
    }
    text.append('\n');
    inParagraph = plain;
  }

  /** Columns as wide as their widest cell. */
  private void table(List<String> rows) {
    List<String[]> cells =
        rows.stream()
            .filter(row -> !row.matches("[|: -]+"))
            .map(row -> row.replaceAll("^\\| *| *\\|$", "").split(" *\\| *", -1))
            .toList();
    for (String[] row : cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        int column = i;
        int width =
            cells.stream()
                .filter(other -> column < other.length)
                .mapToInt(other -> other[column].length())
                .max()
                .orElse(0);
        line.append(row[i]).append(" ".repeat(width - row[i].length() + 2));
      }
      add(line.toString().stripTrailing(), Look.CODE);
      text.append('\n');
      inParagraph = false;
    }
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
