package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import org.hookline.dsl.hookline.Sysctl;
import org.hookline.dsl.reference.Meanings;

/** A sysctl: what it does to packets. */
final class SysctlHover implements HoverPart {
  private final Meanings meanings;

  @Inject
  SysctlHover(Meanings meanings) {
    this.meanings = meanings;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(Sysctl.class)
        .filter(sysctl -> sysctl.getKey() != null)
        .flatMap(
            sysctl ->
                meanings
                    .sysctl(sysctl.getKey())
                    .map(text -> "`" + sysctl.getKey() + "`\n\n" + text)
                    .map(text -> new Hovered(HoverPlace.span(sysctl), text)));
  }
}
