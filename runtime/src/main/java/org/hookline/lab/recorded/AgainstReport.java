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
   */
  public record ProbeResult(Place place, Optional<Difference> difference, Optional<String> reason) {

    /** A probe on which the simulator and the kernel agree. */
    ProbeResult(Place place) {
      this(place, Optional.empty(), Optional.empty());
    }

    static ProbeResult differed(Place place, Difference difference) {
      return new ProbeResult(place, Optional.of(difference), Optional.empty());
    }

    /** A probe that cannot be compared. */
    public static ProbeResult incomparable(Place place, String reason) {
      return new ProbeResult(place, Optional.empty(), Optional.of(reason));
    }

    public Judgement judgement() {
      return reason.isPresent()
          ? Judgement.NOT_COMPARABLE
          : difference.isPresent() ? Judgement.DIFFERED : Judgement.AGREED;
    }
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
