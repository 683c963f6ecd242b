package org.hookline.ui.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.hookline.ui.bridge.Locations;

/** Edits of several files as one change, which can be looked at before and undone after. */
public final class FileChanges {
  private FileChanges() {}

  /** A change of all files that are in the workspace. */
  public static Change of(String name, FileEdits edits, IProgressMonitor monitor)
      throws CoreException {
    CompositeChange all = new CompositeChange(name);
    for (Map.Entry<String, List<TextEdit>> entry : edits.byAddress().entrySet()) {
      Optional<IFile> file = Locations.file(entry.getKey());
      if (file.isPresent()) {
        TextFileChange change = new TextFileChange(file.get().getName(), file.get());
        IDocument text = change.getCurrentDocument(monitor);
        change.setEdit(DocumentEdits.of(entry.getValue(), text));
        change.setTextType(file.get().getFileExtension());
        all.add(change);
      }
    }
    return all;
  }

  /** Makes a change; Edit, Undo takes it back. */
  public static void perform(Change change, IProgressMonitor monitor) throws CoreException {
    change.initializeValidationData(monitor);
    PerformChangeOperation operation = new PerformChangeOperation(change);
    operation.setUndoManager(RefactoringCore.getUndoManager(), change.getName());
    operation.run(monitor);
  }
}
