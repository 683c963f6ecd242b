package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One record of several: its kind, then its components. */
final class SealedFormat implements Format {
  private static final String KIND = "kind";

  private final Map<String, RecordFormat> byWord = new TreeMap<>();
  private final Map<Class<?>, String> words = new LinkedHashMap<>();

  SealedFormat(Class<?> type, Formats formats) {
    add(type, formats);
  }

  private void add(Class<?> type, Formats formats) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        add(permitted, formats);
      } else {
        String word = Words.of(permitted);
        words.put(permitted, word);
        byWord.put(word, new RecordFormat(permitted, formats));
      }
    }
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    String word = words.get(value.getClass());
    out.beginObject();
    out.name(KIND).value(word);
    byWord.get(word).writeMembers(out, value);
    out.endObject();
  }

  @Override
  public Object read(Node node) throws BadJson {
    Map<String, Node> members = new LinkedHashMap<>(node.members());
    Node kind = members.remove(KIND);
    if (kind == null) {
      throw new BadJson(node.place(), "'kind' is missing", known());
    }
    RecordFormat format = byWord.get(kind.string());
    if (format == null) {
      throw new BadJson(kind.place(), "'" + kind.string() + "' is not known here", known());
    }
    return format.readMembers(node.place(), members);
  }

  private String known() {
    return "one of " + String.join(", ", byWord.keySet());
  }
}
