package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The constants of an enum as words. */
final class EnumFormat implements Format {
  private final Map<String, Enum<?>> constants = new LinkedHashMap<>();

  EnumFormat(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      constants.put(Words.of((Enum<?>) constant), (Enum<?>) constant);
    }
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.value(Words.of((Enum<?>) value));
  }

  @Override
  public Object read(Node node) throws BadJson {
    Enum<?> constant = constants.get(node.string());
    if (constant == null) {
      throw new BadJson(
          node.place(),
          "'" + node.string() + "' is not known here",
          "one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }
}
