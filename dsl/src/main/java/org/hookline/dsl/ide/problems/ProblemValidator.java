package org.hookline.dsl.ide.problems;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/**
 * What is wrong with an open file, verdicts aside. Problems of an import are shown in the import's
 * own editor, and here as one warning on the line that imports it.
 */
public class ProblemValidator implements IResourceValidator {
  public static final String BROKEN_IMPORT = "broken-import";

  private final LoweredFiles networks;
  private final OperationCanceledManager cancellation;

  @Inject
  public ProblemValidator(LoweredFiles networks, OperationCanceledManager cancellation) {
    this.networks = networks;
    this.cancellation = cancellation;
  }

  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
    boolean text =
        !resource.getContents().isEmpty() && resource.getContents().get(0) instanceof NetworkFile;
    if (!text) {
      return List.of();
    }
    cancellation.checkCanceled(cancel);
    LoweredFile file = networks.of((XtextResource) resource);
    return shown(file).stream().map(problem -> ProblemIssue.of(problem, file)).toList();
  }

  private static List<Problem> shown(LoweredFile file) {
    List<Problem> shown = new ArrayList<>();
    Map<Origin, Problem> broken = new LinkedHashMap<>();
    for (Problem problem : file.problems()) {
      if (file.owns(problem.origin())) {
        shown.add(problem);
      } else if (problem.isError()) {
        file.importOf(problem.origin())
            .ifPresent(place -> broken.putIfAbsent(place, broken(problem, place)));
      }
    }
    shown.addAll(broken.values());
    return shown;
  }

  private static Problem broken(Problem first, Origin place) {
    return new Problem(
        Severity.WARNING,
        BROKEN_IMPORT,
        "this import has errors, so nothing can be judged here: "
            + first.message()
            + " ("
            + first.origin()
            + ")",
        "",
        place);
  }
}
