package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** Values that have a text of their own. */
record TextFormat<T>(Class<T> type, Function<T, String> printer, JsonCodec.TextParser<T> parser)
    implements Format {
  @Override
  public void write(JsonWriter out, Object value) throws IOException {
    out.value(printer.apply(type.cast(value)));
  }

  @Override
  public Object read(Node node) throws BadJson {
    try {
      return parser.parse(node.string());
    } catch (BadText e) {
      throw new BadJson(node.place(), e.getMessage(), e.hint());
    }
  }
}
