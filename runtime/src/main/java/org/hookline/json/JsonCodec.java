package org.hookline.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes records as JSON and reads them back equal: components in their order by name, sealed
 * interfaces with a {@code kind}, empty optionals left out, enums as words.
 *
 * <p>Not for threads to share.
 */
public final class JsonCodec {
  private final Map<Class<?>, Format> texts = new HashMap<>();

  /** Values of this type stand as a text. */
  public <T> JsonCodec text(Class<T> type, Function<T, String> printer, TextParser<T> parser) {
    texts.put(type, new TextFormat<>(type, printer, parser));
    return this;
  }

  /** Reads what the printer printed. */
  public interface TextParser<T> {
    T parse(String text) throws BadText;
  }

  /** A record as a text of several lines with a line end behind the last one. */
  public String write(Record value) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setFormattingStyle(FormattingStyle.PRETTY);
      out.setHtmlSafe(false);
      new Formats(texts).of(value.getClass()).write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory failed to be written", e);
    }
    return text.append('\n').toString();
  }

  /**
   * Reads a record.
   *
   * @throws BadJson the text is no JSON, or no such record
   */
  public <T extends Record> T read(String text, Class<T> type) throws BadJson {
    return type.cast(new Formats(texts).of(type).read(Tree.of(text)));
  }

  /**
   * Where a value stands in a text, or where the nearest one does that it would be in.
   *
   * @param path as in {@link Place}
   */
  public static Place place(String text, String path) throws BadJson {
    return Tree.of(text).find(path);
  }
}
