package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/**
 * One rule of a chain: all matches must hold, then the target happens.
 *
 * @param policy the NAT policy that this rule was lowered from, as written; empty for a raw rule
 */
public record Rule(List<Match> matches, Target target, Optional<String> policy, Origin origin) {

  public static Rule of(Target target, Origin origin, Match... matches) {
    return new Rule(List.of(matches), target, Optional.empty(), origin);
  }

  /** The rule as {@code iptables-save} prints it, without {@code -A chain}. */
  public String iptables() {
    IptablesLine line = new IptablesLine();
    matches.forEach(match -> match.iptables(line));
    target.iptables(line);
    return line.toString();
  }

  /** The rule in nft's words, as the language writes it. */
  public String nft() {
    StringBuilder text = new StringBuilder();
    matches.forEach(match -> text.append(match.nft()).append(' '));
    return text.append(target.nft()).toString();
  }
}
