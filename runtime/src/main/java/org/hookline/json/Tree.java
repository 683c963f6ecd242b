package org.hookline.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text as RFC 8259 has it, once through; a name stands only once in an object. */
final class Tree {
  private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+) path ");

  private final JsonReader reader;

  private Tree(String text) {
    reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
  }

  static Node of(String text) throws BadJson {
    Tree tree = new Tree(text);
    try {
      Node root = tree.node("$");
      if (tree.reader.peek() != JsonToken.END_DOCUMENT) {
        throw new BadJson(tree.place("$"), "something stands behind the value", "nothing");
      }
      return root;
    } catch (EOFException e) {
      throw new BadJson(tree.here(), "the text ends before its value does", "");
    } catch (MalformedJsonException e) {
      throw new BadJson(tree.here(), "this is not JSON", "");
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory failed to be read", e);
    }
  }

  private Node node(String path) throws IOException, BadJson {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        return members(path);
      case BEGIN_ARRAY:
        return elements(path);
      case STRING:
        Place text = place(path);
        return new Node.Text(text, reader.nextString());
      case NUMBER:
        Place digits = place(path);
        return new Node.Digits(digits, reader.nextString());
      case BOOLEAN:
        Place truth = place(path);
        return new Node.Truth(truth, reader.nextBoolean());
      default:
        Place nothing = place(path);
        reader.nextNull();
        return new Node.Null(nothing);
    }
  }

  private Node members(String path) throws IOException, BadJson {
    Place place = place(path);
    Map<String, Node> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      String below = path + "." + name;
      Place named = place(below);
      if (members.put(name, node(below)) != null) {
        throw new BadJson(named, "'" + name + "' stands here twice", "one of them");
      }
    }
    reader.endObject();
    return new Node.Members(place, members);
  }

  private Node elements(String path) throws IOException, BadJson {
    Place place = place(path);
    List<Node> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(node(path + "[" + elements.size() + "]"));
    }
    reader.endArray();
    return new Node.Elements(place, elements);
  }

  private Place here() {
    String path = reader.getPath();
    return place(path.endsWith(".") ? path.substring(0, path.length() - 1) : path);
  }

  /** The reader tells its position in words only. */
  private Place place(String path) {
    Matcher position = POSITION.matcher(reader.toString());
    return position.find()
        ? new Place(path, Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)))
        : new Place(path, 1, 1);
  }
}
