package org.hookline.dsl.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The blocks of a text. A block that is written on one line stays on one line; any other has its
 * braces at line ends and its content one step further in.
 */
final class Braces {
  private final boolean[] opens;
  private final boolean[] closes;
  private final int[] depth;

  Braces(List<Leaf> leaves) {
    int size = leaves.size();
    opens = new boolean[size];
    closes = new boolean[size];
    depth = new int[size];
    Deque<Integer> stack = new ArrayDeque<>();
    int[] partner = new int[size];
    for (int i = 0; i < size; i++) {
      if (isBrace(leaves.get(i), "{")) {
        stack.push(i);
      } else if (isBrace(leaves.get(i), "}") && !stack.isEmpty()) {
        partner[stack.peek()] = i;
        partner[i] = stack.pop();
      }
    }
    measure(leaves, partner);
  }

  private void measure(List<Leaf> leaves, int[] partner) {
    int level = 0;
    for (int i = 0; i < leaves.size(); i++) {
      boolean opening = isBrace(leaves.get(i), "{");
      boolean closing = isBrace(leaves.get(i), "}");
      boolean broken = (opening || closing) && broken(leaves, i, partner[i]);
      opens[i] = opening && broken;
      closes[i] = closing && broken;
      level -= closes[i] ? 1 : 0;
      depth[i] = level;
      level += opens[i] ? 1 : 0;
    }
  }

  private static boolean isBrace(Leaf leaf, String brace) {
    return !leaf.isComment() && leaf.text().equals(brace);
  }

  private static boolean broken(List<Leaf> leaves, int one, int other) {
    for (int i = Math.min(one, other) + 1; i <= Math.max(one, other); i++) {
      if (leaves.get(i).breaks() > 0 || leaves.get(i).text().indexOf('\n') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the leaf opens a block of several lines. */
  boolean opensLines(int leaf) {
    return opens[leaf];
  }

  /** Whether the leaf closes one. */
  boolean closesLines(int leaf) {
    return closes[leaf];
  }

  /** How many blocks of several lines the leaf stands in. */
  int depth(int leaf) {
    return depth[leaf];
  }
}
