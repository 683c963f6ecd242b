package org.hookline.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A JSON value with its place in the text. */
sealed interface Node {

  Place place();

  /** How an error calls it. */
  String kind();

  default List<Node> elements() throws BadJson {
    throw wrong("a list");
  }

  default Map<String, Node> members() throws BadJson {
    throw wrong("an object");
  }

  default String string() throws BadJson {
    throw wrong("a string");
  }

  default boolean bool() throws BadJson {
    throw wrong("true or false");
  }

  /** The digits of a number. */
  default String digits() throws BadJson {
    throw wrong("a number");
  }

  /** The values inside. */
  default Collection<Node> inside() {
    return List.of();
  }

  /** The value with this path, or the innermost one that holds it. */
  default Place find(String path) {
    for (Node node : inside()) {
      String here = node.place().path();
      if (path.equals(here) || path.startsWith(here + ".") || path.startsWith(here + "[")) {
        return node.find(path);
      }
    }
    return place();
  }

  private BadJson wrong(String right) {
    return new BadJson(place(), kind() + " cannot stand here", right);
  }

  record Members(Place place, Map<String, Node> members) implements Node {
    @Override
    public String kind() {
      return "an object";
    }

    @Override
    public Collection<Node> inside() {
      return members.values();
    }
  }

  record Elements(Place place, List<Node> elements) implements Node {
    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public Collection<Node> inside() {
      return elements;
    }
  }

  record Text(Place place, String string) implements Node {
    @Override
    public String kind() {
      return "a string";
    }
  }

  record Digits(Place place, String digits) implements Node {
    @Override
    public String kind() {
      return "a number";
    }
  }

  record Truth(Place place, boolean bool) implements Node {
    @Override
    public String kind() {
      return "a truth value";
    }
  }

  record Null(Place place) implements Node {
    @Override
    public String kind() {
      return "null";
    }
  }
}
