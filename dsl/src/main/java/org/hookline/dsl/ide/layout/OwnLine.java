package org.hookline.dsl.ide.layout;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.ide.text.TextSpan;

/** Elements that share their lines with nothing else. */
public final class OwnLine {
  private OwnLine() {}

  /** Whether only blanks stand before an element on its first line. */
  public static boolean has(EObject element) {
    TextSpan span = TextSpan.of(NodeModelUtils.findActualNodeFor(element));
    return begins(lines(element), span.offset());
  }

  /** Takes an element away, with its lines where nothing else is on them. */
  public static Edit removal(EObject element) {
    TextLines lines = lines(element);
    TextSpan span = TextSpan.of(NodeModelUtils.findActualNodeFor(element));
    String text = lines.text();
    int end = span.end();
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    boolean lastOnLine = end == text.length() || text.charAt(end) == '\n';
    if (begins(lines, span.offset()) && lastOnLine) {
      int start = lines.start(lines.line(span.offset()));
      return Edit.delete(new TextSpan(start, Math.min(end + 1, text.length()) - start));
    }
    return Edit.delete(new TextSpan(span.offset(), end - span.offset()));
  }

  private static boolean begins(TextLines lines, int offset) {
    return lines.start(lines.line(offset)) + lines.indentation(offset).length() == offset;
  }

  private static TextLines lines(EObject element) {
    return new TextLines(
        ((XtextResource) element.eResource()).getParseResult().getRootNode().getText());
  }
}
