package org.hookline.ui.editor.rename;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Rename of the name at the cursor. */
public final class RenameHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof HklEditor editor) {
      editor.text().ifPresent(text -> ask(editor, text));
    }
    return null;
  }

  private static void ask(HklEditor editor, OpenText text) {
    Position place = Places.position(text.document(), editor.cursor());
    text.brain()
        .ask(s -> s.prepareRename(new PrepareRenameParams(text.identifier(), place)))
        .whenComplete(
            (answer, failure) ->
                Screen.later(
                    () ->
                        name(answer, text)
                            .ifPresentOrElse(
                                name -> open(editor, new BrainRename(text, place, name)),
                                () -> nothing(editor))));
  }

  private static Optional<String> name(
      Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> answer, OpenText text) {
    if (answer == null) {
      return Optional.empty();
    }
    if (answer.isSecond()) {
      return Optional.of(answer.getSecond().getPlaceholder());
    }
    if (answer.isFirst()) {
      IRegion region = Places.region(text.document(), answer.getFirst());
      return Optional.of(
          text.document()
              .get()
              .substring(region.getOffset(), region.getOffset() + region.getLength()));
    }
    return Optional.empty();
  }

  private static void open(HklEditor editor, BrainRename rename) {
    try {
      new RefactoringWizardOpenOperation(new RenameWizard(rename))
          .run(editor.getSite().getShell(), rename.getName());
    } catch (InterruptedException busy) {
      Thread.currentThread().interrupt();
    }
  }

  private static void nothing(HklEditor editor) {
    MessageDialog.openInformation(
        editor.getSite().getShell(), "Rename", "There is no name here that can be changed.");
  }
}
