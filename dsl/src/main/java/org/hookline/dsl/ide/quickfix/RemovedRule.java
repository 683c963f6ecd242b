package org.hookline.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.ChainEntry;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.PolicyRemoval;
import org.hookline.dsl.hookline.RuleEntry;
import org.hookline.dsl.hookline.TableEntry;
import org.hookline.dsl.ide.layout.OwnLine;
import org.hookline.dsl.ide.text.FileEdits;

/** What has no effect can go: a rule that no packet reaches, a removal that finds nothing. */
final class RemovedRule implements FixSource {

  @Override
  public List<String> codes() {
    return List.of("dead-rule", "nothing-to-remove", "duplicate-route");
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    return entry(place)
        .map(
            entry ->
                Fix.of("Remove this line", FileEdits.of(place.uri(), OwnLine.removal(entry)))
                    .asPreferred())
        .map(List::of)
        .orElse(List.of());
  }

  /** The entry of a list that the problem marks. */
  private static Optional<EObject> entry(FixPlace place) {
    return Optional.<EObject>empty()
        .or(() -> place.in(PolicyRemoval.class))
        .or(() -> place.in(NatPolicy.class))
        .or(() -> place.in(ChainEntry.class))
        .or(() -> place.in(RuleEntry.class))
        .or(() -> place.in(TableEntry.class))
        .or(() -> place.in(HostElement.class));
  }
}
