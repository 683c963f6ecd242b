package org.hookline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;

/**
 * How a text should look: the space before each of its words and comments. Line breaks that the
 * author put inside an element stay, as do single blank lines; everything else follows from the
 * structure. Laying out twice changes nothing.
 */
final class Layout {
  private static final int STEP = 2;
  private static final int CONTINUED = 4;

  private final List<Leaf> leaves;
  private final Items items;
  private final Braces braces;
  private final List<String> spaces = new ArrayList<>();

  Layout(ICompositeNode root, EObject file) {
    leaves = Leaves.of(root);
    items = new Items(file);
    braces = new Braces(leaves);
    for (int i = 0; i < leaves.size(); i++) {
      spaces.add(space(i));
    }
    new Alignment(leaves, items, spaces).apply();
  }

  List<Leaf> leaves() {
    return leaves;
  }

  /** The space before each leaf. */
  List<String> spaces() {
    return spaces;
  }

  /** How many columns a leaf's line is indented. */
  int indent(int leaf) {
    return braces.depth(leaf) * STEP;
  }

  private String space(int i) {
    Leaf leaf = leaves.get(i);
    if (i == 0) {
      return "";
    }
    if (newLine(i)) {
      boolean edge = braces.opensLines(i - 1) || braces.closesLines(i);
      boolean blank = leaf.breaks() > 1 && !edge || apart(i);
      return (blank ? "\n\n" : "\n") + " ".repeat(indent(i) + (continues(i) ? CONTINUED : 0));
    }
    return leaf.text().equals(",") ? "" : " ";
  }

  private boolean newLine(int i) {
    Leaf leaf = leaves.get(i);
    Leaf before = leaves.get(i - 1);
    if (before.kind() == Leaf.Kind.LINE_COMMENT) {
      return true;
    }
    if (leaf.isComment()) {
      return leaf.breaks() > 0;
    }
    boolean starts = items.at(leaf) != null && !insideOneLine(i);
    return leaf.breaks() > 0 || braces.opensLines(i - 1) || braces.closesLines(i) || starts;
  }

  /** An item in a block of one line stays on it; so does everything behind its opening brace. */
  private boolean insideOneLine(int i) {
    int closed = 0;
    for (int j = i - 1; j >= 0; j--) {
      Leaf leaf = leaves.get(j);
      if (leaf.isComment()) {
        continue;
      }
      if (leaf.text().equals("}")) {
        closed++;
      } else if (leaf.text().equals("{")) {
        if (closed == 0) {
          return !braces.opensLines(j);
        }
        closed--;
      }
    }
    return false;
  }

  /** A line that goes on with an element of the line before. */
  private boolean continues(int i) {
    Leaf leaf = leaves.get(i);
    return !leaf.isComment()
        && items.at(leaf) == null
        && !braces.closesLines(i)
        && !braces.opensLines(i - 1)
        && !inList(i);
  }

  /** Items of a list in braces that is written on several lines stand one step in, and no more. */
  private boolean inList(int i) {
    int closed = 0;
    for (int j = i - 1; j >= 0; j--) {
      Leaf leaf = leaves.get(j);
      if (leaf.isComment()) {
        continue;
      }
      if (leaf.text().equals("}")) {
        closed++;
      } else if (leaf.text().equals("{")) {
        if (closed == 0) {
          return braces.opensLines(j) && items.at(leaves.get(j + 1)) == null;
        }
        closed--;
      }
    }
    return false;
  }

  /** A declaration of several lines stands apart from what follows. */
  private boolean apart(int i) {
    return braces.depth(i) == 0
        && braces.closesLines(i - 1)
        && braces.depth(i - 1) == 0
        && (items.at(leaves.get(i)) != null || leaves.get(i).breaks() > 0);
  }
}
