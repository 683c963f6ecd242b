package org.hookline.ui.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.text.DiagnosticText;
import org.hookline.ui.text.Places;

/** What is wrong with a saved file, in the Problems view. */
public final class ProblemMarkers {
  /** Type of the markers in plugin.xml. */
  public static final String TYPE = "org.hookline.ui.problem";

  /** Attribute with the code of the problem, as {@code hookline explain} takes it. */
  public static final String CODE = "code";

  private ProblemMarkers() {}

  /** Makes the markers of a file these; those that stay are not touched. */
  static void write(IFile file, List<Diagnostic> problems) throws CoreException {
    List<Map<String, Object>> wanted = new ArrayList<>();
    if (!problems.isEmpty()) {
      IDocument text = new Document(file.readString());
      problems.forEach(problem -> wanted.add(attributes(problem, text)));
    }
    for (IMarker marker : file.findMarkers(TYPE, false, IResource.DEPTH_ZERO)) {
      if (!wanted.remove(marker.getAttributes())) {
        marker.delete();
      }
    }
    for (Map<String, Object> attributes : wanted) {
      file.createMarker(TYPE, attributes);
    }
  }

  /** Says of a file that it is not read at all. */
  static void writeTooLarge(IResource file) throws CoreException {
    file.deleteMarkers(TYPE, false, IResource.DEPTH_ZERO);
    String text =
        "this file is larger than %d MiB and is not read; split it into files that import each other"
            .formatted(HklFiles.LARGEST >> 20);
    file.createMarker(
        TYPE,
        Map.of(
            IMarker.SEVERITY,
            IMarker.SEVERITY_ERROR,
            IMarker.MESSAGE,
            text,
            IMarker.LINE_NUMBER,
            1,
            CODE,
            "too-large"));
  }

  static void deleteAll(IProject project) throws CoreException {
    project.deleteMarkers(TYPE, true, IResource.DEPTH_INFINITE);
  }

  private static Map<String, Object> attributes(Diagnostic problem, IDocument text) {
    IRegion region = Places.region(text, problem.getRange());
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put(IMarker.SEVERITY, severity(problem.getSeverity()));
    attributes.put(IMarker.MESSAGE, DiagnosticText.of(problem));
    attributes.put(IMarker.LINE_NUMBER, problem.getRange().getStart().getLine() + 1);
    attributes.put(IMarker.CHAR_START, region.getOffset());
    attributes.put(IMarker.CHAR_END, region.getOffset() + region.getLength());
    attributes.put(CODE, DiagnosticText.code(problem));
    return attributes;
  }

  private static int severity(DiagnosticSeverity severity) {
    return switch (severity) {
      case Error -> IMarker.SEVERITY_ERROR;
      case Warning -> IMarker.SEVERITY_WARNING;
      case Information, Hint -> IMarker.SEVERITY_INFO;
    };
  }
}
