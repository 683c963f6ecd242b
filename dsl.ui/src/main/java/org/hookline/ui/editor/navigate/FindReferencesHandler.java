package org.hookline.ui.editor.navigate;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.search.ReferenceQuery;
import org.hookline.ui.text.Places;

/** Shows all uses of the name at the cursor in the Search view. */
public final class FindReferencesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof HklEditor editor) {
      editor
          .text()
          .ifPresent(
              text ->
                  NewSearchUI.runQueryInBackground(
                      new ReferenceQuery(text, Places.position(text.document(), editor.cursor()))));
    }
    return null;
  }
}
