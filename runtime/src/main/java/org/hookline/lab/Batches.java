package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines for {@code ip -batch} and {@code bridge -batch}, collected by namespace and run at once.
 */
final class Batches {
  private record Place(String namespace, String tool) {}

  private final Map<Place, List<String>> lines = new LinkedHashMap<>();

  void ip(String namespace, String line) {
    lines.computeIfAbsent(new Place(namespace, "ip"), p -> new ArrayList<>()).add(line);
  }

  void bridge(String namespace, String line) {
    lines.computeIfAbsent(new Place(namespace, "bridge"), p -> new ArrayList<>()).add(line);
  }

  /** Lines of one namespace and tool in order, for tests and {@link #toJson}. */
  List<String> linesOf(String namespace, String tool) {
    return lines.getOrDefault(new Place(namespace, tool), List.of());
  }

  JsonObject toJson() {
    JsonArray batches = new JsonArray();
    for (Place place : lines.keySet()) {
      JsonArray batch = new JsonArray();
      batch.add(place.namespace());
      batch.add(place.tool());
      JsonArray texts = new JsonArray();
      linesOf(place.namespace(), place.tool()).forEach(texts::add);
      batch.add(texts);
      batches.add(batch);
    }
    JsonObject request = new JsonObject();
    request.add("batches", batches);
    return request;
  }
}
