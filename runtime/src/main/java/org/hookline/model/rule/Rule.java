package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
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

  /**
   * The rules of iptables that mean the same together, as {@code iptables-save} prints them,
   * without {@code -A chain}: one, or several where the rule holds more than iptables can say at
   * once, or none if no packet of IPv4 can match. A packet matches at most one of them.
   */
  public List<String> iptables() {
    return iptables(Family.IPV4);
  }

  /** The same for packets of one family, in the words of iptables or ip6tables. */
  public List<String> iptables(Family family) {
    return line(family).lines();
  }

  /** Why iptables has no words for this rule, if it has none. */
  public Optional<String> inexpressible() {
    return line(Family.IPV4).conflict();
  }

  /** Why a rule that means packets of IPv6 has no words in ip6tables, if it has none. */
  public Optional<String> inexpressible(Family family) {
    return line(family).conflict();
  }

  /** The rule as nft itself reads it in a place, or why nft has no words for it there. */
  public NftLine nftables(NftPlace place) {
    NftLine line = new NftLine(place);
    matches.forEach(match -> match.nftables(line));
    target.nftables(line);
    return line;
  }

  private IptablesLine line(Family family) {
    IptablesLine line = new IptablesLine(family);
    matches.forEach(match -> match.iptables(line));
    target.iptables(line);
    return line;
  }

  /** Whether packets of IPv6 are meant, be it among others. */
  public boolean ofIpv6() {
    return target.ofIpv6() || matches.stream().anyMatch(Match::ofIpv6);
  }

  /** The rule in nft's words, as the language writes it. */
  public String nft() {
    StringBuilder text = new StringBuilder();
    matches.stream()
        .map(Match::nft)
        .filter(n -> !n.isEmpty())
        .forEach(n -> text.append(n).append(' '));
    return text.append(target.nft()).toString();
  }
}
