package org.hookline.importer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.source.Origin;

/** What a command with {@code -j} printed: a list of objects, each with the line it begins on. */
final class JsonDump {

  /** One object of the list. */
  record Item(JsonObject json, Origin origin) {

    boolean has(String key) {
      return json.has(key);
    }

    /** A text or number as text. */
    Optional<String> text(String key) {
      return text(json, key);
    }

    static Optional<String> text(JsonObject json, String key) {
      JsonElement value = json.get(key);
      return value == null || !value.isJsonPrimitive()
          ? Optional.empty()
          : Optional.of(value.getAsString());
    }

    /** The elements of a list that are objects; none when there is no list. */
    List<JsonObject> objects(String key) {
      List<JsonObject> objects = new ArrayList<>();
      elements(key).stream()
          .filter(JsonElement::isJsonObject)
          .forEach(e -> objects.add(e.getAsJsonObject()));
      return objects;
    }

    /** The elements of a list that are texts. */
    List<String> texts(String key) {
      return texts(json, key);
    }

    static List<String> texts(JsonObject json, String key) {
      JsonElement value = json.get(key);
      JsonArray list =
          value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
      List<String> texts = new ArrayList<>();
      list.forEach(e -> texts.add(e.isJsonPrimitive() ? e.getAsString() : e.toString()));
      return texts;
    }

    private List<JsonElement> elements(String key) {
      JsonElement value = json.get(key);
      return value == null || !value.isJsonArray() ? List.of() : value.getAsJsonArray().asList();
    }

    /** The object as one line of text, for messages. */
    Dump.Line line() {
      return new Dump.Line(json.toString(), origin);
    }
  }

  private JsonDump() {}

  /** The objects of the list; what is broken is told. */
  static List<Item> items(Dump dump, Findings findings) {
    List<Item> items = new ArrayList<>();
    String text = dump.text();
    Origin first = Origin.line(dump.file(), 1);
    JsonElement whole;
    try {
      whole = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      findings.unmodelled(text, "this is not JSON: " + e.getMessage(), first);
      return items;
    }
    List<Integer> lines = JsonLines.ofElements(text);
    List<JsonElement> elements = whole.isJsonArray() ? whole.getAsJsonArray().asList() : List.of();
    for (int i = 0; i < elements.size(); i++) {
      Origin origin = Origin.line(dump.file(), i < lines.size() ? lines.get(i) : 1);
      if (!elements.get(i).isJsonObject()) {
        findings.unmodelled(elements.get(i).toString(), "an object was expected", origin);
      } else if (!elements.get(i).getAsJsonObject().isEmpty()) {
        items.add(new Item(elements.get(i).getAsJsonObject(), origin));
      }
    }
    if (!whole.isJsonArray()) {
      findings.unmodelled(text, "a list was expected", first);
    }
    return items;
  }
}
