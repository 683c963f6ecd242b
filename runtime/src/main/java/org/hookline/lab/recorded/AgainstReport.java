package org.hookline.lab.recorded;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.Difference;

/**
 * How predictions fared against recordings.
 *
 * @param results one a probe, in the order of the files
 */
public record AgainstReport(List<ProbeResult> results) {

  /** What became of a probe. */
  public enum Judgement {
    AGREED,
    DIFFERED,
    NOT_COMPARABLE
  }

  /**
   * One probe.
   *
   * @param difference the first differing item; empty unless it differed
   * @param reason why it is not comparable; empty otherwise
   */
  public record ProbeResult(
      String profile,
      String caseId,
      int probe,
      Judgement judgement,
      java.util.Optional<Difference> difference,
      String reason) {}

  /** Numbers of probes. */
  public record Summary(int compared, int agreed, int differed, int notComparable) {}

  /** Over all profiles. */
  public Summary summary() {
    return summary(results);
  }

  /** By profile, in alphabetical order. */
  public SortedMap<String, Summary> profiles() {
    SortedMap<String, Summary> profiles = new TreeMap<>();
    for (ProbeResult result : results) {
      String profile = result.profile();
      profiles.computeIfAbsent(
          profile, p -> summary(results.stream().filter(r -> r.profile().equals(p)).toList()));
    }
    return profiles;
  }

  private static Summary summary(List<ProbeResult> some) {
    int agreed = count(some, Judgement.AGREED);
    int differed = count(some, Judgement.DIFFERED);
    return new Summary(agreed + differed, agreed, differed, count(some, Judgement.NOT_COMPARABLE));
  }

  private static int count(List<ProbeResult> some, Judgement judgement) {
    return (int) some.stream().filter(r -> r.judgement() == judgement).count();
  }

  /** The probes that differed. */
  public List<ProbeResult> differences() {
    return results.stream().filter(r -> r.judgement() == Judgement.DIFFERED).toList();
  }
}
