package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a record, in their order. */
final class RecordFormat implements Format {
  private final Class<?> type;
  private final Formats formats;
  private final Map<String, Component> components = new LinkedHashMap<>();

  private record Component(RecordComponent component, Format format) {}

  RecordFormat(Class<?> type, Formats formats) {
    this.type = type;
    this.formats = formats;
  }

  /** Not before they are needed: a record may hold others of its own type. */
  private Map<String, Component> components() {
    if (components.isEmpty()) {
      for (RecordComponent component : type.getRecordComponents()) {
        Format format = formats.of(component.getGenericType());
        components.put(component.getName(), new Component(component, format));
      }
    }
    return components;
  }

  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginObject();
    writeMembers(out, value);
    out.endObject();
  }

  void writeMembers(JsonWriter out, Object value) throws IOException {
    for (Map.Entry<String, Component> entry : components().entrySet()) {
      Format format = entry.getValue().format();
      Object part = get(entry.getValue().component(), value);
      if (!format.absent(part)) {
        out.name(entry.getKey());
        format.write(out, part);
      }
    }
  }

  private static Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @Override
  public Object read(Node node) throws BadJson {
    return readMembers(node.place(), node.members());
  }

  Object readMembers(Place place, Map<String, Node> members) throws BadJson {
    for (Map.Entry<String, Node> member : members.entrySet()) {
      if (!components().containsKey(member.getKey())) {
        throw new BadJson(
            member.getValue().place(),
            "'" + member.getKey() + "' is not known here",
            components().isEmpty()
                ? "nothing"
                : "one of " + String.join(", ", components().keySet()));
      }
    }
    Object[] parts = new Object[components().size()];
    int i = 0;
    for (Map.Entry<String, Component> entry : components().entrySet()) {
      Node member = members.get(entry.getKey());
      Format format = entry.getValue().format();
      parts[i++] = member == null ? format.missing(place, entry.getKey()) : format.read(member);
    }
    return make(place, parts);
  }

  private Object make(Place place, Object[] parts) throws BadJson {
    try {
      Class<?>[] types =
          components().values().stream().map(c -> c.component().getType()).toArray(Class[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      // the record itself refuses its parts
      throw new BadJson(
          place, "this is no " + Words.of(type) + ": " + e.getCause().getMessage(), "");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }
}
