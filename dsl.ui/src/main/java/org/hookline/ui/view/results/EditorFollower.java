package org.hookline.ui.view.results;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.hookline.ui.Icon;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.Verdicts;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.text.Screen;

/** Shows what the brain found out about the file of the active editor, while nothing is run. */
final class EditorFollower implements IPartListener2, AutoCloseable {
  private final RunBoard board;
  private final IWorkbenchPage page;
  private final Verdicts verdicts = Brain.get().verdicts();
  private final Runnable judged = () -> Screen.later(this::follow);
  private final Action action = new Toggle();
  private Optional<IFile> followed = Optional.empty();

  EditorFollower(RunBoard board, IWorkbenchPage page) {
    this.board = board;
    this.page = page;
    page.addPartListener(this);
    verdicts.listen(judged);
    if (page.getActiveEditor() instanceof HklEditor editor) {
      activated(editor);
    }
  }

  Action action() {
    return action;
  }

  /** New verdicts, or another file: shows them unless a run has been asked for. */
  private void follow() {
    boolean mine = board.request().isEmpty();
    if (action.isChecked() && mine && followed.isPresent()) {
      verdicts
          .latest(followed.get())
          .ifPresent(checks -> board.show(List.of(FileRun.judged(followed.get(), checks))));
    }
  }

  /** Looking at a file that a shown verdict speaks of is no reason to show other verdicts. */
  private void activated(HklEditor editor) {
    boolean mentioned =
        editor.file().isPresent()
            && board.runs().stream().anyMatch(run -> run.mentions(editor.file().get()));
    if (!mentioned) {
      followed = editor.file();
      follow();
    }
  }

  @Override
  public void partActivated(IWorkbenchPartReference part) {
    if (part.getPart(false) instanceof HklEditor editor) {
      activated(editor);
    }
  }

  @Override
  public void close() {
    page.removePartListener(this);
    verdicts.forget(judged);
  }

  private final class Toggle extends Action {
    Toggle() {
      super("Follow the active editor", IAction.AS_CHECK_BOX);
      setImageDescriptor(Icon.FOLLOW.descriptor());
      setChecked(true);
    }

    @Override
    public void run() {
      if (isChecked() && page.getActiveEditor() instanceof HklEditor editor) {
        board.show(List.of());
        activated(editor);
      }
    }
  }
}
