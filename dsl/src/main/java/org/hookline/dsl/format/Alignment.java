package org.hookline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.hookline.PolicyRuleEntry;

/** Puts the columns of neighbouring lines of one kind below each other. */
final class Alignment {
  private final List<Leaf> leaves;
  private final Items items;
  private final List<String> spaces;

  /**
   * @param spaces the space before each leaf; columns are padded in it
   */
  Alignment(List<Leaf> leaves, Items items, List<String> spaces) {
    this.leaves = leaves;
    this.items = items;
    this.spaces = spaces;
  }

  /**
   * One line with the leaves at which its columns begin; -1 for a column that it lacks, or that is
   * its very beginning. Policy rules with and without a preference are not put below each other.
   */
  private record Row(EObject item, int first, int end, List<Integer> columns) {
    boolean fits(Row next) {
      boolean sameLabels =
          !(item instanceof PolicyRuleEntry rule)
              || !(next.item instanceof PolicyRuleEntry other)
              || (rule.getPreference() == null) == (other.getPreference() == null);
      return item.eClass() == next.item.eClass()
          && item.eContainer() == next.item.eContainer()
          && sameLabels;
    }
  }

  void apply() {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    while (line < leaves.size()) {
      int end = endOfLine(line);
      Row row = row(line, end);
      boolean joins =
          row != null && !rows.isEmpty() && rows.get(rows.size() - 1).fits(row) && adjacent(line);
      if (!joins) {
        align(rows);
        rows.clear();
      }
      if (row != null) {
        rows.add(row);
      }
      line = end;
    }
    align(rows);
  }

  private int endOfLine(int line) {
    int end = line + 1;
    while (end < leaves.size() && spaces.get(end).indexOf('\n') < 0) {
      end++;
    }
    return end;
  }

  /** No blank line in between. */
  private boolean adjacent(int line) {
    return spaces.get(line).indexOf('\n') == spaces.get(line).lastIndexOf('\n');
  }

  /** A line that is one whole item with columns; null for any other. */
  private Row row(int first, int end) {
    EObject item = items.at(leaves.get(first));
    List<Integer> offsets = item == null ? List.of() : Columns.of(item);
    int last = end - 1;
    while (last > first && leaves.get(last).isComment()) {
      last--;
    }
    boolean whole =
        item != null
            && NodeModelUtils.findActualNodeFor(item).getEndOffset() == leaves.get(last).end();
    if (offsets.isEmpty() || !whole) {
      return null;
    }
    List<Integer> columns = new ArrayList<>();
    for (int offset : offsets) {
      columns.add(offset == 0 ? -1 : leafAt(offset, first + 1, end));
    }
    return new Row(item, first, end, columns);
  }

  private int leafAt(int offset, int first, int end) {
    for (int i = first; i < end; i++) {
      if (leaves.get(i).offset() == offset) {
        return i;
      }
    }
    return -1;
  }

  private void align(List<Row> rows) {
    if (rows.size() < 2) {
      return;
    }
    for (int column = 0; column < rows.get(0).columns().size(); column++) {
      int widest = 0;
      for (Row row : rows) {
        if (row.columns().get(column) >= 0) {
          widest = Math.max(widest, width(row, row.columns().get(column)));
        }
      }
      for (Row row : rows) {
        int leaf = row.columns().get(column);
        if (leaf >= 0) {
          spaces.set(leaf, " ".repeat(1 + widest - width(row, leaf)));
        }
      }
    }
  }

  /** Columns from the start of the line to a leaf, without the space before it. */
  private int width(Row row, int leaf) {
    int width = 0;
    for (int i = row.first(); i < leaf; i++) {
      width += (i == row.first() ? 0 : spaces.get(i).length()) + leaves.get(i).text().length();
    }
    return width;
  }
}
