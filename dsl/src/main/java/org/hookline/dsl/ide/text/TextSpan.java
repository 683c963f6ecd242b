package org.hookline.dsl.ide.text;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.ITextRegion;

/**
 * A part of a text.
 *
 * @param offset 0-based, in UTF-16 units
 * @param length in UTF-16 units
 */
public record TextSpan(int offset, int length) implements Comparable<TextSpan> {

  /** The visible words of a node. */
  public static TextSpan of(INode node) {
    ITextRegion region = node.getTextRegion();
    return new TextSpan(region.getOffset(), region.getLength());
  }

  /** The place between two characters. */
  public static TextSpan at(int offset) {
    return new TextSpan(offset, 0);
  }

  public int end() {
    return offset + length;
  }

  /** Whether a cursor at this offset touches the span; it does at both ends. */
  public boolean touches(int cursor) {
    return offset <= cursor && cursor <= end();
  }

  /** Whether the two have a character in common, or one of them is empty and touches the other. */
  public boolean meets(TextSpan other) {
    return offset <= other.end() && other.offset <= end();
  }

  public String in(String text) {
    return text.substring(offset, end());
  }

  @Override
  public int compareTo(TextSpan other) {
    int byOffset = Integer.compare(offset, other.offset);
    return byOffset != 0 ? byOffset : Integer.compare(length, other.length);
  }
}
