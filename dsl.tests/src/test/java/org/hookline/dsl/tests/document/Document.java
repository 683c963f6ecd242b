package org.hookline.dsl.tests.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown, as far as a reader follows it with a shell.
 *
 * <ul>
 *   <li>{@code ```console}: commands behind {@code $}, each with what it prints; {@code …} stands
 *       for any number of lines
 *   <li>{@code ```sh}, and blocks that are indented and begin with a command: commands
 *   <li>{@code ```hkl NAME}: a file that the reader saves
 * </ul>
 */
record Document(Path file, List<Step> steps) {
  private static final Pattern FENCE = Pattern.compile("```(\\w*) ?(\\S*)");

  private static final Pattern COMMAND =
      Pattern.compile("(\\./|\\.ci/|dsl\\.ui/|hookline |mvn |sh |source |git |apt-get ).*");

  /** What a reader does next. */
  sealed interface Step {}

  /**
   * A command, and the lines that it prints if the page shows them.
   *
   * @param shown empty when nothing is shown
   */
  record Command(String text, List<String> shown) implements Step {}

  /** A file that the reader saves. */
  record Saved(String name, String text) implements Step {}

  static Document read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    int at = 0;
    while (at < lines.size()) {
      Matcher fence = FENCE.matcher(lines.get(at));
      int end = at + 1;
      if (fence.matches()) {
        while (!lines.get(end).equals("```")) {
          end++;
        }
        block(fence.group(1), fence.group(2), lines.subList(at + 1, end), steps);
        end++;
      } else if (lines.get(at).startsWith("    ") && (at == 0 || lines.get(at - 1).isBlank())) {
        while (end < lines.size() && lines.get(end).startsWith("    ")) {
          end++;
        }
        List<String> block = lines.subList(at, end).stream().map(String::strip).toList();
        if (COMMAND.matcher(block.get(0)).matches()) {
          block("sh", "", block, steps);
        }
      }
      at = end;
    }
    return new Document(file, List.copyOf(steps));
  }

  private static void block(String kind, String name, List<String> lines, List<Step> steps) {
    switch (kind) {
      case "sh", "shell", "bash" ->
          lines.stream()
              .map(line -> line.replaceFirst("\\s*(^|\\s)# .*", ""))
              .filter(line -> !line.isBlank())
              .forEach(line -> steps.add(new Command(line, List.of())));
      case "console" -> console(lines, steps);
      case "hkl" -> {
        if (!name.isEmpty()) {
          steps.add(new Saved(name, String.join("\n", lines) + "\n"));
        }
      }
      default -> {}
    }
  }

  private static void console(List<String> lines, List<Step> steps) {
    int at = 0;
    while (at < lines.size()) {
      String command = lines.get(at++).replaceFirst("^[$#] ", "");
      List<String> shown = new ArrayList<>();
      while (at < lines.size() && !lines.get(at).matches("[$#] .*")) {
        shown.add(lines.get(at++));
      }
      steps.add(new Command(command, shown));
    }
  }

  /** All pages that readers are shown. */
  static List<Path> all(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\..*|src)/.*"))
          .sorted()
          .toList();
    }
  }
}
