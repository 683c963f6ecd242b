package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Lists, and sets in the order in which they give their elements. */
record ElementsFormat(Format format, boolean set) implements Format {
  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginArray();
    for (Object element : (Collection<?>) value) {
      format.write(out, element);
    }
    out.endArray();
  }

  @Override
  public Object read(Node node) throws BadJson {
    List<Object> elements = new ArrayList<>();
    for (Node element : node.elements()) {
      elements.add(format.read(element));
    }
    return set ? Collections.unmodifiableSet(new LinkedHashSet<>(elements)) : List.copyOf(elements);
  }
}
