package org.hookline.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.dsl.hookline.Kernel;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelPatches;
import org.hookline.kernel.KernelProfile;

/** A kernel version: what it does otherwise than the newest one. */
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
    List<Behaviour> newer =
        Behaviours.all().stream().filter(b -> !profile.has(b) && newest(b)).toList();
    List<Behaviour> gone =
        Behaviours.all().stream().filter(b -> profile.has(b) && !newest(b)).toList();
    newer.forEach(b -> text.append("\n- not yet: ").append(words(b)));
    gone.forEach(b -> text.append("\n- still: ").append(words(b)));
    if (newer.isEmpty() && gone.isEmpty()) {
      text.append("\nDoes everything that Linux ").append(KernelProfile.DEFAULT).append(" does.");
    }
    KernelPatches.all().stream()
        .filter(patch -> kernel.getPatches().contains(patch.code()))
        .forEach(patch -> text.append("\n- patched: ").append(patch.what()));
    if (!profile.recorded()) {
      text.append("\n\nNo recording: what is said of it rests on its sources.");
    }
    return text.toString();
  }

  private static boolean newest(Behaviour behaviour) {
    return KernelProfile.DEFAULT.has(behaviour);
  }

  private static String words(Behaviour behaviour) {
    return behaviour.what() + " (" + behaviour.period() + ")";
  }
}
