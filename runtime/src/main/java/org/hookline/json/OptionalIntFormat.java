package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.OptionalInt;

/** A number that may be left out. */
final class OptionalIntFormat implements Format {
  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    Scalars.INT.write(out, ((OptionalInt) value).getAsInt());
  }

  @Override
  public Object read(Node node) throws BadJson {
    return OptionalInt.of((int) Scalars.INT.read(node));
  }

  @Override
  public boolean absent(Object value) {
    return ((OptionalInt) value).isEmpty();
  }

  @Override
  public Object missing(Place object, String name) {
    return OptionalInt.empty();
  }
}
