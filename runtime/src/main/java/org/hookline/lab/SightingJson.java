package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.order.Passage;
import org.hookline.lab.order.Sighting;
import org.hookline.model.rule.Hook;

/**
 * Orders as the agent tells them and recordings keep them: of each passage an array of the packet's
 * number, the hook, the packet, and the places.
 */
final class SightingJson {
  private static final int PLACES = 3;

  private SightingJson() {}

  static JsonObject write(Map<String, Sighting> order) {
    JsonObject json = new JsonObject();
    order.forEach((host, sighting) -> json.add(host, write(sighting)));
    return json;
  }

  private static JsonObject write(Sighting sighting) {
    JsonArray passages = new JsonArray();
    for (Passage passage : sighting.passages()) {
      JsonArray words = new JsonArray();
      words.add(passage.packet());
      words.add(passage.hook().name());
      words.add(PacketText.of(passage.arrived(), Optional.empty()));
      passage.places().forEach(words::add);
      passages.add(words);
    }
    JsonObject json = new JsonObject();
    json.add("passages", passages);
    sighting.blind().ifPresent(why -> json.addProperty("blind", why));
    sighting.hidden().ifPresent(why -> json.addProperty("hidden", why));
    return json;
  }

  /** By host, or by namespace as the agent calls it. */
  static SortedMap<String, Sighting> all(JsonObject json) {
    SortedMap<String, Sighting> all = new TreeMap<>();
    json.entrySet().forEach(e -> all.put(e.getKey(), read(e.getValue().getAsJsonObject())));
    return all;
  }

  private static Sighting read(JsonObject json) {
    List<Passage> passages = new ArrayList<>();
    for (JsonElement passage : json.getAsJsonArray("passages")) {
      passages.add(passage(passage.getAsJsonArray()));
    }
    return new Sighting(List.copyOf(passages), reason(json, "blind"), reason(json, "hidden"));
  }

  private static Passage passage(JsonArray words) {
    List<String> places = new ArrayList<>();
    for (int i = PLACES; i < words.size(); i++) {
      places.add(words.get(i).getAsString());
    }
    return new Passage(
        words.get(0).getAsInt(),
        Hook.valueOf(words.get(1).getAsString()),
        PacketText.packet(words.get(2).getAsString()),
        List.copyOf(places));
  }

  /** The agent says nothing with an empty text. */
  private static Optional<String> reason(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name))
        .map(JsonElement::getAsString)
        .filter(w -> !w.isEmpty());
  }
}
