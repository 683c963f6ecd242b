package org.hookline.ui.editor.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * An element of a text in the outline. It equals the element of the same name at the same place of
 * the tree in an older version, so that what was expanded stays so.
 */
public final class Node {
  private final Optional<Node> parent;
  private final DocumentSymbol symbol;
  private final int twin;
  private final List<Node> children = new ArrayList<>();

  private Node(Optional<Node> parent, DocumentSymbol symbol, int twin) {
    this.parent = parent;
    this.symbol = symbol;
    this.twin = twin;
    if (symbol.getChildren() != null) {
      children.addAll(of(symbol.getChildren(), Optional.of(this)));
    }
  }

  static List<Node> of(List<DocumentSymbol> symbols, Optional<Node> parent) {
    List<Node> nodes = new ArrayList<>();
    for (DocumentSymbol symbol : symbols) {
      long twins = nodes.stream().filter(n -> n.name().equals(symbol.getName())).count();
      nodes.add(new Node(parent, symbol, (int) twins));
    }
    return nodes;
  }

  public String name() {
    return symbol.getName();
  }

  /** What stands behind the name in small print; may be empty. */
  public String detail() {
    return symbol.getDetail() == null ? "" : symbol.getDetail();
  }

  DocumentSymbol symbol() {
    return symbol;
  }

  /** The whole element. */
  public Range range() {
    return symbol.getRange();
  }

  Range nameRange() {
    return symbol.getSelectionRange();
  }

  public List<Node> children() {
    return List.copyOf(children);
  }

  Optional<Node> parent() {
    return parent;
  }

  /** The innermost element that a place of the text belongs to. */
  public Optional<Node> at(Position place) {
    if (!contains(symbol.getRange(), place)) {
      return Optional.empty();
    }
    return Optional.of(
        children.stream().flatMap(child -> child.at(place).stream()).findFirst().orElse(this));
  }

  private static boolean contains(Range range, Position place) {
    return !before(place, range.getStart()) && !before(range.getEnd(), place);
  }

  private static boolean before(Position a, Position b) {
    return a.getLine() != b.getLine()
        ? a.getLine() < b.getLine()
        : a.getCharacter() < b.getCharacter();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Node node
        && node.twin == twin
        && node.name().equals(name())
        && node.parent.equals(parent);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name(), twin);
  }

  @Override
  public String toString() {
    return name();
  }
}
