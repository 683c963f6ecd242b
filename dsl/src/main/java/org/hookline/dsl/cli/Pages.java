package org.hookline.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The help pages of the language: one for each code, and an index. */
final class Pages {
  private static final String PLACE = "/org/hookline/dsl/pages/";

  private Pages() {}

  /** The page of a code, in Markdown; empty when there is none. */
  static Optional<String> of(String code) throws IOException {
    if (!code.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    try (InputStream page = Pages.class.getResourceAsStream(PLACE + code + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** All codes that have a page, sorted. */
  static List<String> codes() throws IOException {
    try (InputStream index = Pages.class.getResourceAsStream(PLACE + "INDEX")) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
