package org.hookline.ui.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;

/**
 * A project of the server that survives files which cannot be read: they may be gone before their
 * turn comes, locked, or far too large. The server itself fails on the first of them and never
 * forgets it.
 */
final class SturdyProject extends ProjectManager {

  @Override
  public IncrementalBuilder.Result doBuild(
      List<URI> dirty,
      List<URI> deleted,
      List<IResourceDescription.Delta> elsewhere,
      CancelIndicator cancelled) {
    List<URI> readable = new ArrayList<>();
    List<URI> out = new ArrayList<>(deleted);
    Map<URI, String> refused = new LinkedHashMap<>();
    for (URI file : dirty) {
      String reason = open(file) ? "" : whyNot(Path.of(file.toFileString()));
      if (reason.isEmpty() && (open(file) || exists(file))) {
        readable.add(file);
      } else {
        out.add(file);
        if (!reason.isEmpty()) {
          refused.put(file, reason);
        }
      }
    }
    IncrementalBuilder.Result result = super.doBuild(readable, out, elsewhere, cancelled);
    refused.forEach((file, reason) -> getIssueAcceptor().apply(file, List.of(issue(file, reason))));
    return result;
  }

  private boolean open(URI file) {
    return getOpenedDocumentsContentProvider().hasContent(file);
  }

  private static boolean exists(URI file) {
    return Files.exists(Path.of(file.toFileString()));
  }

  /** Empty for a file that can be read, and for one that is gone. */
  private static String whyNot(Path file) {
    if (Files.exists(file) && !Files.isReadable(file)) {
      return "no permission to read this file";
    }
    return file.toFile().length() > HklFiles.LARGEST
        ? "this file is larger than %d MiB and is not read; split it into files that import each other"
            .formatted(HklFiles.LARGEST >> 20)
        : "";
  }

  private static Issue issue(URI file, String message) {
    Issue.IssueImpl issue = new Issue.IssueImpl();
    issue.setUriToProblem(file);
    issue.setCode("unreadable");
    issue.setMessage(message);
    issue.setSeverity(Severity.ERROR);
    issue.setLineNumber(1);
    issue.setColumn(1);
    issue.setLineNumberEnd(1);
    issue.setColumnEnd(1);
    return issue;
  }
}
