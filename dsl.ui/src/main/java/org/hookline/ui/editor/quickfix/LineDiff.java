package org.hookline.ui.editor.quickfix;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextEdit;
import org.hookline.ui.edit.DocumentEdits;

/** The lines that edits change, as patches show them. */
final class LineDiff {
  private LineDiff() {}

  static String of(List<TextEdit> edits, IDocument document) {
    if (edits.isEmpty()) {
      return "";
    }
    List<String> before = document.get().lines().toList();
    List<String> after = DocumentEdits.preview(edits, document).lines().toList();
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - same
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> lines = new ArrayList<>();
    before.subList(same, before.size() - end).forEach(line -> lines.add("- " + line));
    after.subList(same, after.size() - end).forEach(line -> lines.add("+ " + line));
    return String.join("\n", lines);
  }
}
