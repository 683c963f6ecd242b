package org.hookline.ui.editor.comment;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hookline.ui.editor.HklEditor;

/** Puts {@code //} in front of the selected lines, or takes it away if all of them have it. */
public final class ToggleCommentHandler extends AbstractHandler {
  private static final String SIGN = "//";

  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof HklEditor editor) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      ITextOperationTarget target = editor.getAdapter(ITextOperationTarget.class);
      target.doOperation(
          allCommented(document, editor.selection())
              ? ITextOperationTarget.STRIP_PREFIX
              : ITextOperationTarget.PREFIX);
    }
    return null;
  }

  private static boolean allCommented(IDocument document, IRegion selection) {
    try {
      int first = document.getLineOfOffset(selection.getOffset());
      int end = selection.getOffset() + Math.max(0, selection.getLength() - 1);
      for (int line = first; line <= document.getLineOfOffset(end); line++) {
        IRegion region = document.getLineInformation(line);
        String text = document.get(region.getOffset(), region.getLength());
        if (!text.isBlank() && !text.startsWith(SIGN)) {
          return false;
        }
      }
      return true;
    } catch (BadLocationException edited) {
      return false;
    }
  }
}
