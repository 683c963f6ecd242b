package org.hookline.proof;

import java.util.List;
import java.util.stream.Stream;

/** All facts. */
final class Facts {
  private Facts() {}

  static List<Fact> all() {
    return Stream.of(
            RoutingFacts.facts(),
            SourceCheckFacts.facts(),
            NatFacts.facts(),
            MasqueradeFacts.facts(),
            ConntrackFacts.facts(),
            ChainFacts.facts(),
            HookFacts.facts(),
            NftFacts.facts(),
            LocalFacts.facts(),
            NeighbourFacts.facts(),
            RedirectFacts.facts(),
            CarrierFacts.facts())
        .flatMap(List::stream)
        .toList();
  }
}
