package org.hookline.ui.edit;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.hookline.ui.text.Places;

/** Edits of the protocol as edits of a document. */
public final class DocumentEdits {
  private DocumentEdits() {}

  /** One edit of the whole document. */
  public static MultiTextEdit of(List<TextEdit> edits, IDocument document) {
    MultiTextEdit all = new MultiTextEdit();
    for (TextEdit edit : edits) {
      IRegion region = Places.region(document, edit.getRange());
      all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
    }
    return all;
  }

  /** Applies edits to the text that they were made for; they are undone in one go. */
  public static void apply(List<TextEdit> edits, IDocument document) {
    // only documents that are open somewhere have one
    Optional<IDocumentUndoManager> history =
        Optional.ofNullable(DocumentUndoManagerRegistry.getDocumentUndoManager(document));
    history.ifPresent(IDocumentUndoManager::beginCompoundChange);
    try {
      of(edits, document).apply(document);
    } catch (BadLocationException | MalformedTreeException e) {
      throw new IllegalStateException("Edits do not fit the text they were made for", e);
    } finally {
      history.ifPresent(IDocumentUndoManager::endCompoundChange);
    }
  }

  /** The text after edits. */
  public static String preview(List<TextEdit> edits, IDocument document) {
    IDocument copy = new org.eclipse.jface.text.Document(document.get());
    apply(edits, copy);
    return copy.get();
  }
}
