package org.hookline.ui.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Position;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.editor.outline.Node;
import org.hookline.ui.text.Places;

/** The name of the check or simulation that the cursor of an editor is in. */
final class RunnableAtCursor {
  private static final Pattern HEAD =
      Pattern.compile("\\b(check|simulate)\\s+\"((?:[^\"\\\\]|\\\\.)*)\"");

  private RunnableAtCursor() {}

  /** Empty when the cursor is elsewhere, or in what cannot be run like this. */
  static Optional<String> in(HklEditor editor, LaunchAction action) {
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    return at(Places.position(document, editor.cursor()), editor, action);
  }

  /** The one that a place of an editor's text is in. */
  static Optional<String> at(Position place, HklEditor editor, LaunchAction action) {
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    return editor.outline().nodes().stream()
        .filter(node -> node.at(place).isPresent())
        .findFirst()
        .flatMap(node -> name(node, document, action));
  }

  private static Optional<String> name(Node node, IDocument document, LaunchAction action) {
    IRegion region = Places.region(document, node.range());
    String text =
        document.get().substring(region.getOffset(), region.getOffset() + region.getLength());
    Matcher head = HEAD.matcher(text);
    boolean runnable = head.find() && head.group(1).equalsIgnoreCase(action.word());
    return runnable ? Optional.of(head.group(2).replaceAll("\\\\(.)", "$1")) : Optional.empty();
  }
}
