package org.hookline.ui.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hookline.dsl.load.NetworkLoader;

/** The kinds of problems that the language knows, from the help pages in its jar. */
public final class ProblemCodes {
  private static final String PAGES = "/org/hookline/dsl/pages/";

  private ProblemCodes() {}

  /** All codes that have a page, sorted. */
  public static List<String> all() {
    return read("INDEX").lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  /** The page of a code, in Markdown; empty when it has none. */
  public static String page(String code) {
    return all().contains(code) ? read(code + ".md") : "";
  }

  private static String read(String page) {
    try (InputStream in = NetworkLoader.class.getResourceAsStream(PAGES + page)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A page of the language's jar cannot be read: " + page, e);
    }
  }
}
