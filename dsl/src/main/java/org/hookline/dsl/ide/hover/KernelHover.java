package org.hookline.dsl.ide.hover;

import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.dsl.hookline.Kernel;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;

/** A kernel version: what it does and what it does not do yet. */
final class KernelHover implements HoverPart {

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(Kernel.class)
        .filter(kernel -> kernel.getVersion() != null)
        .map(kernel -> new Hovered(HoverPlace.span(kernel), text(kernel)));
  }

  private static String text(Kernel kernel) {
    KernelProfile profile;
    try {
      profile = new KernelProfile(Words.KERNEL.read(kernel.getVersion()));
    } catch (Malformed malformed) {
      return malformed.getMessage();
    }
    StringBuilder text = new StringBuilder("Linux " + profile + "\n");
    for (Behaviour behaviour : Behaviours.all()) {
      text.append(profile.has(behaviour) ? "\n- " : "\n- not yet: ").append(behaviour.what());
      text.append(" (since ").append(behaviour.since()).append(')');
    }
    Behaviours.patches().stream()
        .filter(patch -> kernel.getPatches().contains(patch.code()))
        .forEach(patch -> text.append("\n- patched: ").append(patch.what()));
    return text.toString();
  }
}
