package org.hookline.ui.editor.navigate;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.hookline.ui.bridge.Locations;
import org.hookline.ui.text.Places;

/** A place as the protocol names it: the address of a file, and a range. */
public final class AddressedPlace {
  private AddressedPlace() {}

  /** Opens the file, in the workspace or outside, and selects the range. */
  public static void show(String address, Range range) {
    if (!address.startsWith("file:")) {
      return; // what the kernel brings with it is written in no file
    }
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    IFile file = Locations.file(address).orElse(null);
    try {
      IEditorPart editor =
          file != null
              ? IDE.openEditor(page, file)
              : IDE.openEditorOnFileStore(
                  page, EFS.getLocalFileSystem().getStore(Locations.path(address).toUri()));
      if (editor instanceof ITextEditor text) {
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        IRegion region = Places.region(document, range);
        text.selectAndReveal(region.getOffset(), region.getLength());
      }
    } catch (PartInitException e) {
      ILog.of(AddressedPlace.class).error("Cannot open " + address, e);
    }
  }
}
