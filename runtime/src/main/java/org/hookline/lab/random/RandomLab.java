package org.hookline.lab.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hookline.lab.CaseLab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.lab.recorded.RecordedCase;

/** Draws cases, lets the running kernel and the simulator play them, and compares. */
public final class RandomLab {
  private final Assignment assignment;
  private final CaseLab lab;
  private final Coverage coverage = new Coverage();
  private final List<ProbeResult> results = new ArrayList<>();
  private final List<RecordedCase> played = new ArrayList<>();
  private final List<Minimal> minimal = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private RandomLab(Assignment assignment, CaseLab lab) {
    this.assignment = assignment;
    this.lab = lab;
  }

  /**
   * What to draw.
   *
   * @param count of cases
   * @param seed equal seeds draw equal cases
   * @param profiles in turn
   */
  public record Assignment(int count, long seed, List<Profile> profiles) {

    Plan plan(int number) {
      Profile profile = profiles.get(number % profiles.size());
      return Draw.plan(profile, seed, number / profiles.size());
    }
  }

  /**
   * Plays everything.
   *
   * @param progress is told the number of cases that have been played
   * @throws LabFailure when there can be no lab here
   */
  public static RandomReport run(Assignment assignment, Consumer<Integer> progress)
      throws LabFailure {
    try (CaseLab lab = CaseLab.open()) {
      RandomLab random = new RandomLab(assignment, lab);
      for (int number = 0; number < assignment.count(); number++) {
        random.play(assignment.plan(number));
        progress.accept(number + 1);
      }
      return random.report();
    }
  }

  private RandomReport report() {
    return new RandomReport(
        assignment,
        lab.kernel(),
        lab.limits(),
        new AgainstReport(List.copyOf(results)),
        coverage,
        List.copyOf(refused),
        List.copyOf(minimal),
        List.copyOf(played));
  }

  private void play(Plan plan) throws LabFailure {
    try {
      judge(plan, CaseTrial.of(plan, lab, coverage));
    } catch (LabFailure failure) {
      if (failure.isForLackOfRights()) {
        throw failure;
      }
      refused.add(plan.id() + ": " + failure.getMessage());
    }
  }

  private void judge(Plan plan, CaseTrial trial) throws LabFailure {
    coverage.add(plan, trial.played());
    played.add(trial.played());
    List<ProbeResult> judged =
        KnownGaps.of(plan).map(gap -> trial.excusedBy(gap.reason())).orElse(trial.results());
    results.addAll(judged);
    for (ProbeResult result : judged) {
      if (result.judgement() == Judgement.DIFFERED) {
        minimal.add(new Shrinking(plan, lab).minimal(result));
        return;
      }
    }
  }
}
