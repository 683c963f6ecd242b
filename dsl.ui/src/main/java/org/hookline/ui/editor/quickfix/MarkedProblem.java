package org.hookline.ui.editor.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.hookline.ui.bridge.Locations;
import org.hookline.ui.project.ProblemMarkers;
import org.hookline.ui.text.Places;

/** A problem as its marker remembers it, at the place where the marker is now. */
record MarkedProblem(String address, Diagnostic problem) {

  /** The problem behind a marker; nothing when the file is gone or lies elsewhere. */
  static Optional<MarkedProblem> of(IMarker marker) {
    if (!(marker.getResource() instanceof IFile file)) {
      return Optional.empty();
    }
    try {
      IDocument text = text(file);
      int start = marker.getAttribute(IMarker.CHAR_START, 0);
      int end = marker.getAttribute(IMarker.CHAR_END, start);
      Diagnostic problem =
          new Diagnostic(
              Places.range(text, new Region(start, end - start)),
              marker.getAttribute(IMarker.MESSAGE, ""),
              severity(marker.getAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR)),
              "hookline",
              marker.getAttribute(ProblemMarkers.CODE, ""));
      return Locations.of(file).map(address -> new MarkedProblem(address, problem));
    } catch (CoreException gone) {
      return Optional.empty();
    }
  }

  private static IDocument text(IFile file) throws CoreException {
    ITextFileBuffer buffer =
        FileBuffers.getTextFileBufferManager()
            .getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
    return buffer == null ? new Document(file.readString()) : buffer.getDocument();
  }

  private static DiagnosticSeverity severity(int marked) {
    return switch (marked) {
      case IMarker.SEVERITY_ERROR -> DiagnosticSeverity.Error;
      case IMarker.SEVERITY_WARNING -> DiagnosticSeverity.Warning;
      default -> DiagnosticSeverity.Information;
    };
  }

  CompletableFuture<List<CodeAction>> fixes() {
    return Fixes.of(address, problem.getRange(), List.of(problem));
  }
}
