package org.hookline.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one kernel does otherwise than another.
 *
 * @param gained what only the second does, oldest first
 * @param lost what only the first does
 */
public record KernelDifferences(
    KernelVersion before, KernelVersion after, List<Behaviour> gained, List<Behaviour> lost) {

  public static KernelDifferences between(KernelVersion before, KernelVersion after) {
    return new KernelDifferences(before, after, only(after, before), only(before, after));
  }

  private static List<Behaviour> only(KernelVersion here, KernelVersion there) {
    return Behaviours.all().stream().filter(b -> b.in(here) && !b.in(there)).toList();
  }

  /** Whether the table reaches a version. */
  public static boolean knows(KernelVersion version) {
    return version.atLeast(Behaviours.PROFILES.get(0))
        && (KernelVersion.DEFAULT.atLeast(version) || version.isReleaseOf(KernelVersion.DEFAULT));
  }

  /** The versions that texts of the project speak of: {@code 2.6.32, 3.10, …}. */
  public static String profiles() {
    return Behaviours.PROFILES.stream()
        .map(KernelVersion::toString)
        .collect(Collectors.joining(", "));
  }
}
