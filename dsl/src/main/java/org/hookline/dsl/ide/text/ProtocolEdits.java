package org.hookline.dsl.ide.text;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;

/** Edits of files in the protocol's terms. */
public final class ProtocolEdits {
  private final UriExtensions uris;

  @Inject
  public ProtocolEdits(UriExtensions uris) {
    this.uris = uris;
  }

  /**
   * Edits for the client.
   *
   * @param from a file of the same workspace
   */
  public WorkspaceEdit of(FileEdits edits, XtextResource from) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    edits
        .byFile()
        .forEach(
            (file, list) -> {
              Places places =
                  Places.of((XtextResource) from.getResourceSet().getResource(file, true));
              changes.put(uris.toUriString(file), list.stream().map(places::edit).toList());
            });
    return new WorkspaceEdit(changes);
  }
}
