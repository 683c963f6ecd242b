package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values by name, in order of name. */
record MapFormat(Format format) implements Format {
  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.beginObject();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      out.name((String) entry.getKey());
      format.write(out, entry.getValue());
    }
    out.endObject();
  }

  @Override
  public Object read(Node node) throws BadJson {
    SortedMap<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, Node> member : node.members().entrySet()) {
      map.put(member.getKey(), format.read(member.getValue()));
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
