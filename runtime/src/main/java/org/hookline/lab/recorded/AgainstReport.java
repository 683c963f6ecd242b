package org.hookline.lab.recorded;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.Difference;
import org.hookline.lab.Summary;

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
   * Which probe.
   *
   * @param probe counted from 0, in the order of the file
   */
  public record Place(String profile, String caseId, int probe) {}

  /**
   * One probe.
   *
   * @param difference the first differing item; empty unless it differed
   * @param reason why it is not comparable; empty unless it is not
   * @param untraced why its order of rules is not comparable; empty when it is, and when nothing is
   */
  public record ProbeResult(
      Place place,
      Optional<Difference> difference,
      Optional<String> reason,
      Optional<String> untraced) {

    /** A probe that was compared. */
    static ProbeResult compared(
        Place place, Optional<Difference> difference, Optional<String> untraced) {
      return new ProbeResult(place, difference, Optional.empty(), untraced);
    }

    /** A probe that cannot be compared. */
    public static ProbeResult incomparable(Place place, String reason) {
      return new ProbeResult(place, Optional.empty(), Optional.of(reason), Optional.empty());
    }

    public Judgement judgement() {
      return reason.isPresent()
          ? Judgement.NOT_COMPARABLE
          : difference.isPresent() ? Judgement.DIFFERED : Judgement.AGREED;
    }
  }

  /** How many probes were compared in the order of rules too. */
  public int ordersCompared() {
    return summary().compared() - untraced().values().stream().mapToInt(n -> n).sum();
  }

  /** Compared probes whose order of rules is not comparable, counted by reason. */
  public SortedMap<String, Integer> untraced() {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    results.stream()
        .flatMap(result -> result.untraced().stream())
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    return reasons;
  }

  /** Over all profiles. */
  public Summary summary() {
    return summary(results);
  }

  /** By profile, in alphabetical order. */
  public SortedMap<String, Summary> profiles() {
    SortedMap<String, Summary> profiles = new TreeMap<>();
    for (ProbeResult result : results) {
      profiles.computeIfAbsent(
          result.place().profile(),
          p -> summary(results.stream().filter(r -> r.place().profile().equals(p)).toList()));
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

  /** The probes of one judgement, in order. */
  public List<ProbeResult> of(Judgement judgement) {
    return results.stream().filter(r -> r.judgement() == judgement).toList();
  }
}
