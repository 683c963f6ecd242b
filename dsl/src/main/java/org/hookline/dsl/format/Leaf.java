package org.hookline.dsl.format;

import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;

/**
 * A word or a comment of a text, with what stood before it.
 *
 * @param breaks line breaks between the leaf before and this one
 */
record Leaf(String text, int offset, Kind kind, int breaks) {

  /** What a leaf is for the layout. */
  enum Kind {
    WORD,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  static Leaf of(ILeafNode node, int breaks) {
    return new Leaf(node.getText(), node.getOffset(), kind(node), breaks);
  }

  private static Kind kind(ILeafNode node) {
    boolean hidden = node.isHidden() && node.getGrammarElement() instanceof TerminalRule;
    if (!hidden) {
      return Kind.WORD;
    }
    return node.getText().startsWith("//") ? Kind.LINE_COMMENT : Kind.BLOCK_COMMENT;
  }

  boolean isComment() {
    return kind != Kind.WORD;
  }

  /** A line comment's text without its line end. */
  String stripped() {
    return text.stripTrailing();
  }

  int end() {
    return offset + text.length();
  }
}
