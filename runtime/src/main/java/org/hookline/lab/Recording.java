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

  /** A probe with what was observed. */
  public record Played(String name, Probe probe, Observation observation) {

    /** Empty for a packet that no socket sent. */
    static Optional<Played> of(FlowReport report) {
      String name = report.flow().name() + ": " + report.flow().stimulus();
      return report.flow().stimulus().socket().map(p -> new Played(name, p, report.observed()));
    }
  }

  /**
   * Reads a recording.
   *
   * @throws IOException the file cannot be read
   */
  public static Recording read(Path file) throws IOException {
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
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
