package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Optional;

/** A value that may be left out. */
record OptionalFormat(Format format) implements Format {
  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    format.write(out, ((Optional<?>) value).orElseThrow());
  }

  @Override
  public Object read(Node node) throws BadJson {
    return Optional.of(format.read(node));
  }

  @Override
  public boolean absent(Object value) {
    return ((Optional<?>) value).isEmpty();
  }

  @Override
  public Object missing(Place object, String name) {
    return Optional.empty();
  }
}
