package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.ide.network.PlainRules;
import org.hookline.dsl.reference.Meanings;

/** A NAT policy: the plain rules that it stands for. Nothing is magic. */
final class PolicyHover implements HoverPart {
  private final Meanings meanings;

  @Inject
  PolicyHover(Meanings meanings) {
    this.meanings = meanings;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(NatPolicy.class)
        .map(policy -> new Hovered(HoverPlace.span(policy), text(policy, place)));
  }

  private String text(NatPolicy policy, HoverPlace place) {
    StringBuilder text = new StringBuilder(meanings.of(policy.eClass()).orElse(""));
    List<PlainRules.Placed> rules = PlainRules.of(policy, place.network());
    if (!rules.isEmpty()) {
      text.append("\n\n```\n");
      rules.stream()
          .flatMap(rule -> RuleLine.iptables(rule).stream())
          .forEach(line -> text.append(line).append('\n'));
      text.append("```");
    }
    return text.toString().strip();
  }
}
