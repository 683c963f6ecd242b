package org.hookline.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The kernel of a host, asked by name of behaviour and never by version.
 *
 * @param patches in the order in which they are written
 */
public record KernelProfile(KernelVersion version, List<KernelPatch> patches) {

  public static final KernelProfile DEFAULT = new KernelProfile(KernelVersion.DEFAULT);

  /** A kernel as it was released. */
  public KernelProfile(KernelVersion version) {
    this(version, List.of());
  }

  public boolean has(Behaviour behaviour) {
    return behaviour.in(version);
  }

  public boolean has(KernelPatch patch) {
    return patches.contains(patch);
  }

  /** Whether predictions for it were compared with what such a kernel did. */
  public boolean recorded() {
    return patches.isEmpty() && Behaviours.RECORDED.stream().anyMatch(version::isReleaseOf);
  }

  /** As the language writes it: {@code 4.9 with bridged-dnat-finishes}. */
  @Override
  public String toString() {
    return patches.isEmpty()
        ? version.toString()
        : patches.stream()
            .map(KernelPatch::code)
            .collect(Collectors.joining(", ", version + " with ", ""));
  }
}
