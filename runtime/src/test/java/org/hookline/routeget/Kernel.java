package org.hookline.routeget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network namespace for a moment, in which batches of {@code ip} are run. */
record Kernel(Path directory) {
  private static final Pattern FAILED = Pattern.compile("Command failed .*:([0-9]+)");

  /**
   * What the kernel said.
   *
   * @param refused commands by their place, with the message
   * @param answers a line for each question
   */
  record Said(Map<Integer, String> refused, List<String> answers) {}

  /**
   * Runs in a fresh namespace, which ends with the processes in it.
   *
   * @param prepare a shell script
   */
  Said ask(String prepare, List<Command> commands, List<Question> questions)
      throws IOException, InterruptedException {
    write("commands", commands.stream().map(Command::text).toList());
    write("questions", questions.stream().map(Question::text).toList());
    String script =
        prepare
            + "\nip -force -batch commands >/dev/null 2>refused\n"
            + "ip -force -batch questions >answers 2>errors\n:";
    Process process =
        new ProcessBuilder("unshare", "--net", "sh", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0 || !output.isEmpty()) {
      throw new IOException("the namespace is not as it should be: " + output);
    }
    return new Said(failures("refused"), answers(questions.size()));
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(directory.resolve(name), lines);
  }

  /** By the number of the line, from 0. */
  private Map<Integer, String> failures(String name) throws IOException {
    Map<Integer, String> failures = new HashMap<>();
    String message = "";
    for (String line : Files.readAllLines(directory.resolve(name))) {
      Matcher failed = FAILED.matcher(line);
      if (failed.matches()) {
        failures.put(Integer.parseInt(failed.group(1)) - 1, message);
      } else {
        message = line;
      }
    }
    return failures;
  }

  /** What is indented belongs to the cache and not to the route. */
  private List<String> answers(int count) throws IOException {
    Map<Integer, String> errors = failures("errors");
    Iterator<String> lines =
        Files.readAllLines(directory.resolve("answers")).stream()
            .filter(line -> !line.startsWith(" "))
            .map(String::strip)
            .iterator();
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String error = errors.get(i);
      answers.add(error != null ? error : lines.hasNext() ? lines.next() : "nothing");
    }
    return answers;
  }
}
