package org.hookline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ICompositeNode;

/** A part of a text that has to look otherwise. */
record Change(int offset, int length, String text) {

  /** What a layout changes, in order of place. */
  static List<Change> all(ICompositeNode root, Layout layout) {
    List<Change> changes = new ArrayList<>();
    String text = root.getText();
    int end = 0;
    for (int i = 0; i < layout.leaves().size(); i++) {
      Leaf leaf = layout.leaves().get(i);
      add(changes, text, end, leaf.offset(), layout.spaces().get(i));
      String body = body(leaf, layout.indent(i));
      add(changes, text, leaf.offset(), leaf.offset() + solid(leaf), body);
      end = leaf.offset() + solid(leaf);
    }
    add(changes, text, end, text.length(), layout.leaves().isEmpty() ? "" : "\n");
    return changes;
  }

  /** Without the line end of a line comment, which is space like any other. */
  private static int solid(Leaf leaf) {
    return leaf.stripped().length();
  }

  private static void add(List<Change> changes, String text, int from, int to, String wanted) {
    if (!text.substring(from, to).equals(wanted)) {
      changes.add(new Change(from, to - from, wanted));
    }
  }

  /** The lines of a block comment follow its first line. */
  private static String body(Leaf leaf, int indent) {
    String text = leaf.stripped();
    if (leaf.kind() != Leaf.Kind.BLOCK_COMMENT || text.indexOf('\n') < 0) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String bare = line.strip();
      boolean starred = bare.startsWith("*");
      lines.add(
          lines.isEmpty()
              ? bare
              : bare.isEmpty() ? "" : " ".repeat(indent) + (starred ? " " : "   ") + bare);
    }
    return String.join("\n", lines);
  }
}
