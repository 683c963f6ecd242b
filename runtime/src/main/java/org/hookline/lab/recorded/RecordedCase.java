package org.hookline.lab.recorded;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One recorded case: a host under test with its neighbours, and what the kernel did with each
 * probe.
 *
 * @param file where it was read, as the user named it
 */
public record RecordedCase(String file, JsonObject json) {

  /** Name of the host under test. */
  public static final String HOST = "r";

  /**
   * The cases of a file, one a line, compressed when its name ends in {@code .gz}.
   *
   * @throws IOException when the file cannot be read, or a line is no JSON object
   */
  public static List<RecordedCase> of(Path file) throws IOException {
    List<RecordedCase> cases = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          cases.add(new RecordedCase(file.toString(), object(line, file + ":" + number)));
        }
      }
    }
    return cases;
  }

  private static JsonObject object(String line, String place) throws IOException {
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (RuntimeException e) {
      throw new IOException(place + ": not a recorded case: " + e.getMessage(), e);
    }
  }

  public String id() {
    return json.get("id").getAsString();
  }

  public String profile() {
    return json.get("profile").getAsString();
  }

  /** Whether rules were loaded by iptables-legacy rather than iptables-nft. */
  public boolean legacy() {
    return json.get("ipt").getAsString().equals("legacy");
  }

  /** The native dumps of the host under test. */
  JsonObject dumps() {
    return json.getAsJsonObject("r");
  }

  JsonObject neighbours() {
    return json.getAsJsonObject("nb");
  }

  /** Wires: namespace, device and Ethernet address of both ends. */
  List<Wire> wires() {
    List<Wire> wires = new ArrayList<>();
    for (JsonElement link : json.getAsJsonObject("build").getAsJsonArray("links")) {
      JsonArray parts = link.getAsJsonArray();
      wires.add(
          new Wire(
              new End(text(parts, 0), text(parts, 1), text(parts, 2)),
              new End(text(parts, 3), text(parts, 4), text(parts, 5))));
    }
    return wires;
  }

  /** One end of a wire. */
  record End(String host, String dev, String mac) {}

  /** A wire between two namespaces. */
  record Wire(End one, End other) {}

  static String text(JsonArray array, int index) {
    return array.get(index).getAsString();
  }

  /** Permanent neighbour entries: device, Ethernet address, addresses. */
  JsonArray permanent(String host) {
    JsonObject namespace =
        json.getAsJsonObject("build").getAsJsonObject("ns").getAsJsonObject(host);
    JsonArray entries = namespace == null ? null : namespace.getAsJsonArray("neigh");
    return entries == null ? new JsonArray() : entries;
  }

  /** The probes in their order. */
  public List<RecordedProbe> probes() {
    List<RecordedProbe> probes = new ArrayList<>();
    for (JsonElement probe : json.getAsJsonArray("probes")) {
      probes.add(new RecordedProbe(probes.size(), probe.getAsJsonObject()));
    }
    return probes;
  }
}
