package org.hookline.ui.editor.rename;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.NullChange;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.edit.FileChanges;
import org.hookline.ui.edit.FileEdits;
import org.hookline.ui.project.Answers;

/** Gives a declared thing another name, in all files, with preview and undo. */
public final class BrainRename extends Refactoring {
  private final OpenText text;
  private final Position place;
  private final String oldName;
  private String newName;
  private Optional<FileEdits> edits = Optional.empty();

  public BrainRename(OpenText text, Position place, String oldName) {
    this.text = text;
    this.place = place;
    this.oldName = oldName;
    this.newName = oldName;
  }

  @Override
  public String getName() {
    return "Rename " + oldName;
  }

  public String oldName() {
    return oldName;
  }

  public void setNewName(String name) {
    newName = name.strip();
  }

  /** What can be said about the new name at once. */
  RefactoringStatus looksLikeName() {
    if (newName.isEmpty() || newName.equals(oldName)) {
      return RefactoringStatus.createFatalErrorStatus("Enter another name.");
    }
    return new RefactoringStatus();
  }

  @Override
  public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
    return new RefactoringStatus();
  }

  @Override
  public RefactoringStatus checkFinalConditions(IProgressMonitor monitor)
      throws OperationCanceledException {
    CompletableFuture<WorkspaceEdit> answer =
        text.brain().ask(s -> s.rename(new RenameParams(text.identifier(), place, newName)));
    try {
      edits = Optional.of(FileEdits.of(Answers.await(answer, monitor)));
    } catch (CoreException refused) {
      Throwable reason = refused.getStatus().getException();
      return RefactoringStatus.createFatalErrorStatus(
          reason == null ? refused.getMessage() : reason.getMessage());
    }
    return edits.get().isEmpty()
        ? RefactoringStatus.createFatalErrorStatus("There is no name here that can be changed.")
        : new RefactoringStatus();
  }

  @Override
  public Change createChange(IProgressMonitor monitor) throws CoreException {
    return edits.isPresent()
        ? FileChanges.of(getName() + " to " + newName, edits.get(), monitor)
        : new NullChange();
  }
}
