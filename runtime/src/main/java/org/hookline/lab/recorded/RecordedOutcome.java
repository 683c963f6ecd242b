package org.hookline.lab.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.order.Sighting;

/** What the kernel did with one probe. */
public record RecordedOutcome(JsonObject json) {

  /** {@code ok}, {@code timeout}, {@code sent}, or the name of an errno. */
  public String result() {
    return json.get("res").getAsString();
  }

  Optional<String> text(String key) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (json.has(key)) {
      json.getAsJsonArray(key).forEach(e -> texts.add(e.getAsString()));
    }
    return texts;
  }

  /** Every packet at the host under test. */
  List<String> wire() {
    return texts("wire");
  }

  /** Entries of the host under test afterwards. */
  List<String> conntrack() {
    return texts("ct");
  }

  /** {@code HOST REASON where}. */
  List<String> drops() {
    return texts("drops");
  }

  /** Drops at one host: the reason, with the hook for {@code NETFILTER_DROP}. */
  public List<String> dropsAt(String host) {
    return drops().stream()
        .filter(drop -> drop.startsWith(host + " "))
        .flatMap(drop -> DropText.ofRecorded(drop).stream())
        .toList();
  }

  /** Who received it: {@code HOST peer local}. */
  List<String> receipts() {
    List<String> receipts = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("to")) {
      JsonObject socket = element.getAsJsonObject();
      receipts.add(
          socket.get("ns").getAsString()
              + " from "
              + socket.get("peer").getAsString()
              + " on "
              + socket.get("local").getAsString());
    }
    return receipts;
  }

  /** Hooks with the rules and policies that were met there; empty when nobody looked. */
  public Optional<List<String>> order() {
    return json.has("order") ? Optional.of(texts("order")) : Optional.empty();
  }

  /** Why the order was not, or not wholly, seen; empty when it was. */
  public Optional<String> untraced() {
    return json.has("order") || json.has("untraced") ? text("untraced") : Sighting.NOTHING.blind();
  }

  /** Packets counted by rules: {@code table/chain/index} or {@code table/chain/policy}. */
  SortedMap<String, Long> hits() {
    SortedMap<String, Long> hits = new TreeMap<>();
    json.getAsJsonObject("hits")
        .entrySet()
        .forEach(e -> hits.put(e.getKey(), e.getValue().getAsLong()));
    return hits;
  }
}
