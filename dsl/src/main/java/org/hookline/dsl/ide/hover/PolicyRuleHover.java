package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.reference.Meanings;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;
import org.hookline.source.Origin;

/** A policy rule: what it does, and all rules of the host as the kernel asks them. */
final class PolicyRuleHover implements HoverPart {
  private final Meanings meanings;

  @Inject
  PolicyRuleHover(Meanings meanings) {
    this.meanings = meanings;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(PolicyRuleEntry.class)
        .filter(rule -> rule.getAction() != null)
        .map(rule -> new Hovered(HoverPlace.span(rule), text(rule, place)));
  }

  private String text(PolicyRuleEntry rule, HoverPlace place) {
    Origin origin = place.origin(rule);
    String meaning = meanings.of(rule.getAction().eClass()).orElse("");
    return place.network().network().stream()
        .flatMap(network -> network.hosts().stream())
        .filter(host -> host.rules().stream().anyMatch(r -> r.origin().equals(origin)))
        .findFirst()
        .map(host -> meaning + "\n\n" + list(host, origin))
        .orElse(meaning);
  }

  /** {@code ip rule}, with a mark at this one. */
  private static String list(Host host, Origin here) {
    StringBuilder text = new StringBuilder("`ip rule` on `" + host.name() + "`:\n\n```\n");
    for (PolicyRule rule : host.rules()) {
      text.append(rule.origin().equals(here) ? "> " : "  ");
      text.append(rule.preference()).append(":\t").append(rule.text()).append('\n');
    }
    return text.append("```").toString();
  }
}
