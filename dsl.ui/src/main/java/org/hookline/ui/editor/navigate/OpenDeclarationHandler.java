package org.hookline.ui.editor.navigate;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hookline.ui.editor.HklEditor;

/** F3. */
public final class OpenDeclarationHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof HklEditor editor) {
      editor.text().ifPresent(text -> Definition.open(text, editor.cursor()));
    }
    return null;
  }
}
