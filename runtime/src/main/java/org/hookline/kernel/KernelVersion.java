package org.hookline.kernel;

import org.hookline.addr.Malformed;

/** A kernel version as far as behaviour depends on it: {@code 2.6.32}, {@code 6.18}. */
public record KernelVersion(int major, int minor, int patch) implements Comparable<KernelVersion> {

  /**
   * What a host runs when the text does not say: the newest kernel that predictions were measured
   * on.
   */
  public static final KernelVersion DEFAULT = new KernelVersion(6, 18, 0);

  /**
   * Reads {@code 6.1} or {@code 2.6.32}.
   *
   * @throws Malformed {@code bad-kernel-version}
   */
  public static KernelVersion parse(String text) {
    if (!text.matches("[0-9]{1,3}\\.[0-9]{1,3}(\\.[0-9]{1,3})?")) {
      throw new Malformed(
          "bad-kernel-version",
          "'" + text + "' is not a kernel version",
          "two or three numbers, such as 6.1 or 2.6.32");
    }
    String[] parts = text.split("\\.");
    return new KernelVersion(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }

  public boolean atLeast(KernelVersion other) {
    return compareTo(other) >= 0;
  }

  /** Whether it is a version or a stable update of it: 6.18.3 of 6.18. */
  public boolean isReleaseOf(KernelVersion other) {
    return major == other.major && minor == other.minor && (major > 2 || patch == other.patch);
  }

  @Override
  public int compareTo(KernelVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + (patch == 0 ? "" : "." + patch);
  }
}
