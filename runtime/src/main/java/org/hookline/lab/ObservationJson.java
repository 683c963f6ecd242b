package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** An observation in a recording; packets are one line each. */
final class ObservationJson {
  private ObservationJson() {}

  static JsonObject write(Observation observation) {
    JsonObject json = new JsonObject();
    json.addProperty("result", observation.result());
    json.addProperty("local", observation.local());
    json.add("receipts", array(observation.receipts(), ObservationJson::receipt));
    JsonArray wire = new JsonArray();
    observation.wire().forEach(c -> wire.add(c.toString()));
    json.add("wire", wire);
    json.add("drops", array(observation.drops(), ObservationJson::drop));
    JsonObject conntrack = new JsonObject();
    observation
        .conntrack()
        .forEach(
            (host, lines) -> {
              JsonArray entries = new JsonArray();
              lines.forEach(entries::add);
              conntrack.add(host, entries);
            });
    json.add("conntrack", conntrack);
    JsonObject hits = new JsonObject();
    observation
        .hits()
        .forEach(
            (host, counts) -> {
              JsonObject rules = new JsonObject();
              counts.forEach(rules::addProperty);
              hits.add(host, rules);
            });
    json.add("hits", hits);
    json.add("order", SightingJson.write(observation.order()));
    return json;
  }

  private static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> one) {
    JsonArray array = new JsonArray();
    all.forEach(t -> array.add(one.apply(t)));
    return array;
  }

  private static JsonObject receipt(Receipt receipt) {
    JsonObject json = new JsonObject();
    json.addProperty("host", receipt.host());
    json.addProperty("protocol", receipt.protocol());
    json.addProperty("from", receipt.from());
    json.addProperty("to", receipt.to());
    return json;
  }

  private static JsonObject drop(Drop drop) {
    JsonObject json = new JsonObject();
    json.addProperty("host", drop.host());
    json.addProperty("reason", drop.reason());
    json.addProperty("function", drop.function());
    drop.packet().ifPresent(p -> json.addProperty("packet", PacketText.of(p, Optional.empty())));
    return json;
  }

  static Observation read(JsonObject json) {
    return new Observation(
        json.get("result").getAsString(),
        json.get("local").getAsString(),
        list(json.getAsJsonArray("receipts"), e -> receipt(e.getAsJsonObject())),
        list(json.getAsJsonArray("wire"), e -> Crossing.parse(e.getAsString())),
        list(json.getAsJsonArray("drops"), e -> drop(e.getAsJsonObject())),
        conntrack(json.getAsJsonObject("conntrack")),
        hits(json.getAsJsonObject("hits")),
        json.has("order") ? SightingJson.all(json.getAsJsonObject("order")) : new TreeMap<>());
  }

  private static <T> List<T> list(JsonArray array, Function<JsonElement, T> one) {
    List<T> all = new ArrayList<>();
    array.forEach(e -> all.add(one.apply(e)));
    return List.copyOf(all);
  }

  private static Receipt receipt(JsonObject json) {
    return new Receipt(
        json.get("host").getAsString(),
        json.get("protocol").getAsString(),
        json.get("from").getAsString(),
        json.get("to").getAsString());
  }

  private static Drop drop(JsonObject json) {
    return new Drop(
        json.get("host").getAsString(),
        json.get("reason").getAsString(),
        json.get("function").getAsString(),
        Optional.ofNullable(json.get("packet")).map(p -> PacketText.packet(p.getAsString())));
  }

  static SortedMap<String, List<String>> conntrack(JsonObject json) {
    SortedMap<String, List<String>> entries = new TreeMap<>();
    json.entrySet()
        .forEach(
            e ->
                entries.put(
                    e.getKey(), list(e.getValue().getAsJsonArray(), JsonElement::getAsString)));
    return entries;
  }

  static SortedMap<String, SortedMap<String, Long>> hits(JsonObject json) {
    SortedMap<String, SortedMap<String, Long>> hits = new TreeMap<>();
    json.entrySet()
        .forEach(
            host -> {
              SortedMap<String, Long> counts = new TreeMap<>();
              host.getValue()
                  .getAsJsonObject()
                  .entrySet()
                  .forEach(e -> counts.put(e.getKey(), e.getValue().getAsLong()));
              hits.put(host.getKey(), counts);
            });
    return hits;
  }
}
