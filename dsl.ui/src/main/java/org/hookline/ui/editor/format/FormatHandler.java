package org.hookline.ui.editor.format;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hookline.ui.editor.HklEditor;

/** Brings the text, or what is selected of it, into its usual form. */
public final class FormatHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof HklEditor editor) {
      editor.text().ifPresent(text -> new Formatting(text).format(editor.selection()));
    }
    return null;
  }
}
