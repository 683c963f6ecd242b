package org.hookline.ui.bridge;

import java.util.List;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/** A text that an editor shows; the brain reads it instead of the file on disk. */
public final class OpenText implements AutoCloseable {
  private final Brain brain;
  private final String address;
  private final IDocument document;
  private final IDocumentListener listener = new Listener();
  private volatile Version latest;
  private Version told;

  /** What the text was after so many changes. */
  private record Version(int number, String text) {}

  OpenText(Brain brain, String address, IDocument document) {
    this.brain = brain;
    this.address = address;
    this.document = document;
    this.latest = new Version(1, document.get());
    document.addDocumentListener(listener);
  }

  /** {@code file:///…}. */
  public String address() {
    return address;
  }

  public IDocument document() {
    return document;
  }

  public Brain brain() {
    return brain;
  }

  public TextDocumentIdentifier identifier() {
    return new TextDocumentIdentifier(address);
  }

  /** Counts the changes of the text; an answer that is older is out of date. */
  public int version() {
    return latest.number();
  }

  /** Tells the server what it does not know yet; runs on the brain's lane only. */
  void tell(TextDocumentService server) {
    Version now = latest;
    if (told == null) {
      server.didOpen(
          new DidOpenTextDocumentParams(
              new TextDocumentItem(address, HklFiles.EXTENSION, now.number(), now.text())));
    } else if (told.number() != now.number()) {
      server.didChange(
          new DidChangeTextDocumentParams(
              new VersionedTextDocumentIdentifier(address, now.number()),
              List.of(new TextDocumentContentChangeEvent(now.text()))));
    }
    told = now;
  }

  void tellClosed(TextDocumentService server) {
    if (told != null) {
      server.didClose(new DidCloseTextDocumentParams(identifier()));
    }
  }

  @Override
  public void close() {
    document.removeDocumentListener(listener);
    brain.closed(this);
  }

  private final class Listener implements IDocumentListener {
    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
      // only what came of it matters
    }

    @Override
    public void documentChanged(DocumentEvent event) {
      latest = new Version(latest.number() + 1, document.get());
    }
  }
}
