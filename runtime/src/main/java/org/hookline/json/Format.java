package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** How values of one type stand in JSON. */
interface Format {

  void write(JsonWriter out, Object value) throws IOException;

  Object read(Node node) throws BadJson;

  /** Whether the value is left out of its object. */
  default boolean absent(Object value) {
    return false;
  }

  /**
   * What stands for a value that was left out.
   *
   * @param object the object without it
   */
  default Object missing(Place object, String name) throws BadJson {
    throw new BadJson(object, "'" + name + "' is missing", "\"" + name + "\": …");
  }
}
