package org.hookline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** The words and comments of a text, in order. */
final class Leaves {
  private Leaves() {}

  static List<Leaf> of(ICompositeNode root) {
    List<Leaf> leaves = new ArrayList<>();
    int breaks = 0;
    for (ILeafNode node : root.getLeafNodes()) {
      String text = node.getText();
      if (text.isBlank()) {
        breaks += lineBreaks(text);
        continue;
      }
      Leaf leaf = Leaf.of(node, breaks);
      leaves.add(leaf);
      // the line end belongs to a line comment's own token
      breaks = leaf.kind() == Leaf.Kind.LINE_COMMENT ? lineBreaks(text) : 0;
    }
    return leaves;
  }

  private static int lineBreaks(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
