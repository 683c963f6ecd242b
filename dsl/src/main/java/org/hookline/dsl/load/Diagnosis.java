package org.hookline.dsl.load;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.lower.NetworkLowering;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.problem.Problems;
import org.hookline.dsl.rules.Findings;
import org.hookline.dsl.rules.Rules;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.model.Network;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/**
 * Everything that is wrong with a file and its imports, in stages: syntax, names, rules on the
 * tree, lowering. A stage that needs the one before is left out when that one failed.
 */
public final class Diagnosis {
  /** Syntax errors and unknown names that are told of one file: one lost brace makes thousands. */
  public static final int MOST = 100;

  private final VisibleFiles files;
  private final Rules rules;
  private final NetworkLowering lowering;

  @Inject
  public Diagnosis(VisibleFiles files, Rules rules, NetworkLowering lowering) {
    this.files = files;
    this.rules = rules;
    this.lowering = lowering;
  }

  /** What came out; a network only without errors. */
  public record Result(Optional<Network> network, List<Problem> problems) {}

  public Result of(NetworkFile root, Origins origins) {
    Problems problems = new Problems();
    for (NetworkFile file : files.of(root)) {
      LazyLinkingResource resource = (LazyLinkingResource) file.eResource();
      // an editor has linked the text already: its errors are more than those of the parser
      if (!resource.getParseResult().hasSyntaxErrors()) {
        resource.resolveLazyCrossReferences(CancelIndicator.NullImpl);
        rules.check(file, new Findings(problems, origins));
      }
      resource.getErrors().stream()
          .limit(MOST)
          .map(error -> problem((AbstractDiagnostic) error, origins.file(resource.getURI())))
          .forEach(problems::add);
    }
    if (problems.hasErrors()) {
      return new Result(Optional.empty(), problems.sorted());
    }
    Network network = lowering.lower(root, origins, problems);
    rules.check(network, problems);
    return new Result(
        problems.hasErrors() ? Optional.empty() : Optional.of(network), problems.sorted());
  }

  /** Syntax errors and unknown names, which Xtext found. */
  private static Problem problem(AbstractDiagnostic error, String file) {
    String[] data = error.getData();
    String hint = data == null || data.length == 0 ? "" : data[0];
    Origin origin =
        new Origin(file, error.getLine(), Math.max(1, error.getColumn()), error.getLength());
    return new Problem(Severity.ERROR, error.getCode(), error.getMessage(), hint, origin);
  }
}
