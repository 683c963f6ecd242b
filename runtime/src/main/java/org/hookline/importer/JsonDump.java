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

  /** The objects of all lists; what is broken is told. */
  static List<Item> items(Dump dump, Findings findings) {
    List<Item> items = new ArrayList<>();
    JsonLines lines = JsonLines.of(dump.text());
    List<Integer> places = lines.ofElements();
    int at = 0;
    for (String list : lines.lists()) {
      for (JsonElement element : elements(list, dump, findings)) {
        boolean nested = element.isJsonObject() || element.isJsonArray();
        Origin origin = Origin.line(dump.file(), at < places.size() ? places.get(at) : 1);
        at += nested ? 1 : 0;
        if (!element.isJsonObject()) {
          findings.unmodelled(element.toString(), "an object was expected", origin);
        } else if (!element.getAsJsonObject().isEmpty()) {
          items.add(new Item(element.getAsJsonObject(), origin));
        }
      }
    }
    return items;
  }

  private static List<JsonElement> elements(String list, Dump dump, Findings findings) {
    Origin first = Origin.line(dump.file(), 1);
    try {
      JsonElement whole = JsonParser.parseString(list);
      if (whole.isJsonArray()) {
        return whole.getAsJsonArray().asList();
      }
      findings.unmodelled(list, "a list was expected", first);
    } catch (JsonParseException e) {
      // what the library says ends with an address of its own manual
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      String plain =
          why.replaceFirst("^\\S+Exception: ", "").replaceFirst("^Use \\S+ to accept ", "");
      findings.unmodelled(list, "this is not JSON: " + plain, first);
    }
    return List.of();
  }
}
