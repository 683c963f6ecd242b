package org.hookline.lab;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kernel said about some probes, kept in a file so that predictions can be compared with it
 * without root.
 *
 * @param kernel release of the kernel that said it
 * @param substitutions see {@link Lab#substitutions()}
 */
public record Recording(String kernel, List<String> substitutions, List<Played> played) {
  private static final String BETWEEN = ": ";

  /** How the agent's sentence begins where it saw no drops. */
  private static final String NO_DROPS = "drop reasons are not observed";

  /** Whether the kernel told drops with their reasons. */
  boolean observesDrops() {
    return substitutions.stream().noneMatch(s -> s.startsWith(NO_DROPS));
  }

  /** A probe with what was observed. */
  public record Played(String name, Probe probe, Observation observation) {

    /** The flow; the name ends with it where {@link #of} made it. */
    Flow flow() {
      Stimulus stimulus = new Stimulus.Opens(probe);
      String ending = BETWEEN + stimulus;
      boolean twice = name.endsWith(ending);
      return new Flow(twice ? name.substring(0, name.length() - ending.length()) : name, stimulus);
    }

    /** Empty for a packet that no socket sent. */
    static Optional<Played> of(FlowReport report) {
      String name = report.flow().name() + BETWEEN + report.flow().stimulus();
      return report.flow().stimulus().socket().map(p -> new Played(name, p, report.observed()));
    }
  }

  /**
   * Reads a recording.
   *
   * @throws IOException the file cannot be read, or is no recording
   */
  public static Recording read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      return of(JsonParser.parseString(text).getAsJsonObject());
    } catch (RuntimeException bad) { // of whatever kind: something is missing, or another thing
      throw new IOException(file + " is no recording of the lab: " + bad.getMessage(), bad);
    }
  }

  private static Recording of(JsonObject json) {
    List<Played> played = new ArrayList<>();
    for (var element : json.getAsJsonArray("played")) {
      JsonObject one = element.getAsJsonObject();
      played.add(
          new Played(
              one.get("name").getAsString(),
              ProbeJson.read(one.getAsJsonObject("probe")),
              ObservationJson.read(one.getAsJsonObject("observed"))));
    }
    List<String> substitutions = new ArrayList<>();
    json.getAsJsonArray("substitutions").forEach(s -> substitutions.add(s.getAsString()));
    return new Recording(json.get("kernel").getAsString(), substitutions, played);
  }

  /**
   * Writes the recording; the file appears complete or not at all.
   *
   * @throws IOException the file cannot be written
   */
  public void write(Path file) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("schemaVersion", 1);
    json.addProperty("kernel", kernel);
    JsonArray notes = new JsonArray();
    substitutions.forEach(notes::add);
    json.add("substitutions", notes);
    JsonArray all = new JsonArray();
    for (Played one : played) {
      JsonObject entry = new JsonObject();
      entry.addProperty("name", one.name());
      entry.add("probe", ProbeJson.write(one.probe()));
      entry.add("observed", ObservationJson.write(one.observation()));
      all.add(entry);
    }
    json.add("played", all);
    String text =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
