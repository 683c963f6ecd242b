package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.ide.network.PlainRules;
import org.hookline.dsl.reference.Meanings;

/** A rule of a chain: what its target does, its place in the chain, and iptables' form of it. */
final class PacketRuleHover implements HoverPart {
  private final Meanings meanings;

  @Inject
  PacketRuleHover(Meanings meanings) {
    this.meanings = meanings;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(PacketRule.class)
        .filter(rule -> rule.getTarget() != null)
        .map(rule -> new Hovered(HoverPlace.span(rule), text(rule, place)));
  }

  private String text(PacketRule rule, HoverPlace place) {
    StringBuilder text = new StringBuilder(meanings.of(rule.getTarget().eClass()).orElse(""));
    for (PlainRules.Placed placed : PlainRules.of(rule, place.network())) {
      int number = placed.chain().rules().indexOf(placed.rule()) + 1;
      text.append("\n\nRule ").append(number).append(" of ");
      text.append(placed.chain().rules().size()).append(" in ").append(placed.where());
      text.append(" of `").append(placed.host().name()).append("`:\n\n```\n");
      List<String> commands = RuleLine.iptables(placed);
      text.append(commands.isEmpty() ? placed.rule().nft() : String.join("\n", commands));
      text.append("\n```");
    }
    return text.toString().strip();
  }
}
