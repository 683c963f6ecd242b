package org.hookline.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.lab.Crossing;
import org.hookline.lab.Drop;
import org.hookline.lab.Observation;
import org.hookline.model.Network;

/**
 * What a real kernel did, in a committed file: for each fact the commands that were run, what set
 * packets in motion, and then every packet on every wire, the drops and what the sender got.
 *
 * @param kernel its release
 * @param common commands of most facts
 * @param said by the name of the fact
 */
record KernelWord(String kernel, List<String> common, Map<String, Said> said) {

  static final Path FILE = Path.of("src/test/resources/org/hookline/proof/facts.txt");

  private static final String FACT = "== ";
  private static final String COMMAND = "  $ ";
  private static final String STIMULUS = "  > ";
  private static final String RESULT = "  result ";
  private static final String DROP = "  drop ";
  private static final String WIRE = "  wire ";

  /**
   * One fact.
   *
   * @param commands {@code host: line}, see {@link #commands}
   */
  record Said(List<String> commands, String stimulus, Observation observation) {}

  /** The commands that are common to most facts. */
  static List<String> commonCommands() {
    return commands(Diamond.router(r -> {}));
  }

  /** The commands of a fact as they are kept: those that are not common. */
  static List<String> commands(Fact fact) {
    List<String> lines = new ArrayList<>(commands(fact.network()));
    lines.removeAll(commonCommands());
    return lines;
  }

  private static List<String> commands(Network network) {
    List<String> lines = new ArrayList<>();
    NativeScript.of(network)
        .forEach((host, script) -> script.lines().forEach(line -> lines.add(host + ": " + line)));
    return lines;
  }

  static KernelWord read() throws IOException {
    Reading reading = new Reading();
    for (String line : Files.readAllLines(FILE)) {
      reading.line(line);
    }
    reading.close();
    return new KernelWord(reading.kernel, reading.common, reading.said);
  }

  /** Takes the file line by line. */
  private static final class Reading {
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final List<String> common = new ArrayList<>();
    private String kernel = "";
    private String name = "";
    private String stimulus = "";
    private String result = "";
    private List<String> commands = new ArrayList<>();
    private List<Crossing> wire = new ArrayList<>();
    private List<Drop> drops = new ArrayList<>();

    void line(String line) {
      if (line.startsWith("kernel ")) {
        kernel = line.substring("kernel ".length());
      } else if (line.startsWith(FACT)) {
        close();
        name = line.substring(FACT.length());
      } else if (line.startsWith(COMMAND)) {
        (name.isEmpty() ? common : commands).add(line.substring(COMMAND.length()));
      } else if (line.startsWith(STIMULUS)) {
        stimulus = line.substring(STIMULUS.length());
      } else if (line.startsWith(RESULT)) {
        result = line.substring(RESULT.length());
      } else if (line.startsWith(DROP)) {
        String[] words = line.substring(DROP.length()).split(" ");
        drops.add(new Drop(words[0], words[1], "", Optional.empty()));
      } else if (line.startsWith(WIRE)) {
        wire.add(Crossing.parse(line.substring(WIRE.length())));
      }
    }

    void close() {
      if (!name.isEmpty()) {
        said.put(name, new Said(commands, stimulus, observation(result, wire, drops)));
      }
      commands = new ArrayList<>();
      wire = new ArrayList<>();
      drops = new ArrayList<>();
    }
  }

  static Observation observation(String result, List<Crossing> wire, List<Drop> drops) {
    return new Observation(result, "", List.of(), wire, drops, new TreeMap<>(), new TreeMap<>());
  }

  void write() throws IOException {
    StringBuilder text = new StringBuilder("kernel " + kernel + "\n");
    common.forEach(c -> text.append(COMMAND).append(c).append('\n'));
    said.forEach(
        (name, one) -> {
          text.append('\n').append(FACT).append(name).append('\n');
          one.commands().forEach(c -> text.append(COMMAND).append(c).append('\n'));
          text.append(STIMULUS).append(one.stimulus()).append('\n');
          for (Crossing crossing : one.observation().wire()) {
            text.append(WIRE).append(crossing).append('\n');
          }
          for (Drop drop : one.observation().drops()) {
            text.append(DROP).append(drop.host()).append(' ').append(drop.reason()).append('\n');
          }
          text.append(RESULT).append(one.observation().result()).append('\n');
        });
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, text);
  }
}
