package org.hookline.ui.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.hookline.source.Origin;
import org.hookline.ui.bridge.Locations;

/**
 * A place in the text of a network.
 *
 * @param root the file that describes the network; origins name files relative to its directory
 */
public record SourcePlace(IFile root, Origin origin) {

  /** The file that the place is in; empty when it is none of the workspace. */
  public Optional<IFile> file() {
    if (!origin.known() || root.getLocation() == null) {
      return Optional.empty();
    }
    if (origin.file().equals(root.getName())) {
      return Optional.of(root);
    }
    try {
      Path directory = root.getLocation().toPath().getParent();
      return Locations.file(Locations.of(directory.resolve(origin.file())));
    } catch (InvalidPathException noFile) {
      return Optional.empty();
    }
  }

  /** Opens the file and selects the place; on the user interface's thread. */
  public void show() {
    file().ifPresent(file -> show(file, true));
  }

  /** Selects the place in an editor, without taking the focus from where it is. */
  public void point() {
    file().ifPresent(file -> show(file, false));
  }

  private void show(IFile file, boolean focus) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      IEditorPart editor = IDE.openEditor(page, file, focus);
      if (editor instanceof ITextEditor text) {
        select(text);
      }
    } catch (PartInitException e) {
      ILog.of(SourcePlace.class).error("Cannot open " + file.getFullPath(), e);
    }
  }

  private void select(ITextEditor editor) {
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    try {
      int start = document.getLineOffset(origin.line() - 1) + origin.column() - 1;
      int length = Math.min(origin.length(), document.getLength() - start);
      editor.selectAndReveal(start, Math.max(0, length));
    } catch (BadLocationException edited) {
      // The text has fewer lines by now; the file itself is what is left to show.
      editor.selectAndReveal(document.getLength(), 0);
    }
  }
}
