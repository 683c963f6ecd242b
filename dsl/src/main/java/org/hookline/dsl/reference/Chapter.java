package org.hookline.dsl.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the reference as it is written by hand: Markdown, with lines that begin with {@code @}.
 *
 * <pre>
 * # TITLE
 * &#64;scene NAME: TEXT       names a text for examples to stand in; … is their place
 * &#64;inside NAME|TEXT       the text that the examples from here on stand in
 * &#64;imports base.hkl TEXT  a file that it imports
 * &#64;construct KIND: TITLE  a section; its prose and its example follow
 * </pre>
 */
record Chapter(String title, String prose, List<Section> sections) {
  private static final String FENCE = "```";

  /** All chapters of a file beside this class. */
  static List<Chapter> read(String file) {
    try (InputStream in = Chapter.class.getResourceAsStream(file)) {
      return new Reader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The language's own text " + file + " is missing", e);
    }
  }

  /** Reads line by line; a section ends where the next one, or the next chapter, begins. */
  private static final class Reader {
    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<String, String> scenes = new HashMap<>();
    private final StringBuilder prose = new StringBuilder();
    private final StringBuilder example = new StringBuilder();
    private String around = "…";
    private Optional<String> imported = Optional.empty();
    private String head = "";
    private boolean fenced;

    List<Chapter> read(String text) {
      text.lines().forEach(this::line);
      finish();
      return List.copyOf(chapters);
    }

    private void line(String line) {
      if (line.startsWith(FENCE)) {
        fenced = !fenced;
      } else if (fenced) {
        example.append(example.isEmpty() ? "" : "\n").append(line);
      } else if (line.startsWith("# ")) {
        finish();
        chapters.add(new Chapter(line.substring(2), "", new ArrayList<>()));
      } else if (line.startsWith("@")) {
        String[] words = line.split(" ", 2);
        directive(words[0], words[1]);
      } else {
        prose.append(line).append('\n');
      }
    }

    private void directive(String name, String rest) {
      if (name.equals("@scene")) {
        scenes.put(rest.substring(0, rest.indexOf(':')), rest.substring(rest.indexOf(':') + 2));
        return;
      }
      finish();
      switch (name) {
        case "@construct" -> head = rest;
        case "@imports" -> {
          imported = Optional.of(rest.substring("base.hkl ".length()));
          around = "…";
        }
        case "@inside" -> {
          around = scenes.getOrDefault(rest, rest);
          imported = imported.filter(text -> around.startsWith("import "));
        }
        default -> throw new IllegalStateException("no such directive: " + name);
      }
    }

    /** What has been read since the last head: the prose of a chapter, or a section. */
    private void finish() {
      String text = prose.toString().strip();
      prose.setLength(0);
      if (head.isEmpty() && !text.isEmpty()) {
        Chapter chapter = chapters.remove(chapters.size() - 1);
        chapters.add(new Chapter(chapter.title(), text, chapter.sections()));
      } else if (!head.isEmpty()) {
        String[] words = head.split(": ", 2);
        chapters
            .get(chapters.size() - 1)
            .sections()
            .add(
                new Section(
                    words[0],
                    new Section.Title(words[1]),
                    text,
                    example.toString(),
                    around,
                    imported));
        example.setLength(0);
        head = "";
      }
    }
  }
}
