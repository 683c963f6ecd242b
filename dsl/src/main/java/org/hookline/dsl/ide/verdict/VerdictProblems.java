package org.hookline.dsl.ide.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.check.CheckResult;
import org.hookline.check.FailingFlows;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.model.property.Check;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/** Verdicts that the author did not expect, as problems on the check's line. */
public final class VerdictProblems {
  public static final String REFUTED = "check-refuted";
  public static final String NOT_REFUTED = "check-not-refuted";
  public static final String ASSUMED = "check-assumed";
  public static final String INCONCLUSIVE = "check-inconclusive";

  /** More do not help in a tool tip; the hover of the check has all. */
  private static final int SHOWN = 3;

  private VerdictProblems() {}

  /**
   * The problems of a file.
   *
   * @param results of this state of the file, or of an earlier one: checks that are still there are
   *     marked where they stand now
   */
  public static List<Problem> of(LoweredFile file, List<CheckResult> results) {
    List<Problem> problems = new ArrayList<>();
    for (CheckResult result : results) {
      if (!result.met()) {
        place(file, result.check()).ifPresent(place -> problems.add(problem(result, place)));
      }
    }
    return problems;
  }

  /** The check itself, or the import that brings it in. */
  private static Optional<Origin> place(LoweredFile file, Check check) {
    return file.network().stream()
        .flatMap(network -> network.checks().stream())
        .filter(now -> now.name().equals(check.name()))
        .map(Check::origin)
        .filter(now -> now.file().equals(check.origin().file()))
        .findFirst()
        .flatMap(now -> file.owns(now) ? Optional.of(now) : file.importOf(now));
  }

  private static Problem problem(CheckResult result, Origin place) {
    String name = "\"" + result.check().name() + "\"";
    if (result.check().expectRefuted()) {
      return new Problem(
          Severity.ERROR,
          NOT_REFUTED,
          name + " is " + result.verdict() + ", but expected to be refuted",
          "",
          place);
    }
    return switch (result.verdict()) {
      case REFUTED ->
          new Problem(Severity.ERROR, REFUTED, name + " is refuted: " + failing(result), "", place);
      case INCONCLUSIVE ->
          new Problem(
              Severity.WARNING,
              INCONCLUSIVE,
              name + " is inconclusive: " + of(result, Verdict.INCONCLUSIVE),
              "a smaller flow set, or fewer rules",
              place);
      default ->
          new Problem(
              Severity.WARNING,
              ASSUMED,
              name + " holds only if " + String.join("; ", result.assumptions()),
              "assuming \"…\" in the check accepts this",
              place);
    };
  }

  private static String failing(CheckResult result) {
    PropertyResult first =
        result.properties().stream()
            .filter(p -> p.verdict() == Verdict.REFUTED)
            .findFirst()
            .orElseThrow();
    List<String> boxes = first.failing().stream().map(FailingFlows::text).toList();
    String shown = String.join("; and for ", boxes.subList(0, Math.min(SHOWN, boxes.size())));
    String more = boxes.size() > SHOWN ? "; +" + (boxes.size() - SHOWN) + " more" : "";
    return of(result, Verdict.REFUTED) + " fails for " + shown + more;
  }

  /** The properties with a verdict, by name. */
  private static String of(CheckResult result, Verdict verdict) {
    return String.join(
        ", ",
        result.properties().stream()
            .filter(p -> p.verdict() == verdict)
            .map(PropertyResult::name)
            .toList());
  }
}
