package org.hookline.lab.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;

/** What a piece of JSON must look like. */
@FunctionalInterface
interface Form {

  /**
   * The first flaw, as a sentence with its place.
   *
   * @param place such as {@code probes[3].out}
   * @param value null when it is missing
   */
  Optional<String> flaw(String place, JsonElement value);

  private static Optional<String> unless(boolean fits, String place, String wanted) {
    return fits ? Optional.empty() : Optional.of("'" + place + "' must be " + wanted);
  }

  private static Optional<String> missing(String place) {
    return Optional.of("'" + place + "' is missing");
  }

  private static boolean isPrimitive(JsonElement value) {
    return value instanceof JsonPrimitive;
  }

  /** A text or a number whose text matches a regular expression. */
  static Form word(String regex, String wanted) {
    return (place, value) ->
        value == null
            ? missing(place)
            : unless(isPrimitive(value) && value.getAsString().matches(regex), place, wanted);
  }

  static Form text() {
    return word("(?s).*", "a text");
  }

  static Form arrayOf(Form inside) {
    return (place, value) -> {
      if (value == null || !value.isJsonArray()) {
        return unless(false, place, "a list");
      }
      int index = 0;
      for (JsonElement element : value.getAsJsonArray()) {
        Optional<String> flaw = inside.flaw(place + "[" + index++ + "]", element);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
      return Optional.empty();
    };
  }

  /** An object with any keys. */
  static Form objectOf(Form inside) {
    return (place, value) -> {
      if (value == null || !value.isJsonObject()) {
        return unless(false, place, "an object");
      }
      return value.getAsJsonObject().entrySet().stream()
          .flatMap(e -> inside.flaw(place + "." + e.getKey(), e.getValue()).stream())
          .findFirst();
    };
  }

  /** An object with these keys, among others. */
  static Form object(Map<String, Form> parts) {
    return (place, value) -> {
      if (value == null || !value.isJsonObject()) {
        return unless(false, place, "an object");
      }
      JsonObject object = value.getAsJsonObject();
      String start = place.isEmpty() ? "" : place + ".";
      return parts.entrySet().stream()
          .flatMap(e -> e.getValue().flaw(start + e.getKey(), object.get(e.getKey())).stream())
          .findFirst();
    };
  }

  /** Anything, as long as it is there. */
  static Form present() {
    return (place, value) ->
        value == null || value.isJsonNull() ? missing(place) : Optional.empty();
  }

  /** This form, or nothing. */
  default Form ifPresent() {
    return (place, value) ->
        value == null || value.isJsonNull() ? Optional.empty() : flaw(place, value);
  }

  /** This form and then another one. */
  default Form and(Form other) {
    return (place, value) -> flaw(place, value).or(() -> other.flaw(place, value));
  }
}
