package org.hookline.model.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hookline.source.Origin;

/**
 * A table of nft itself that sees packets of IPv4.
 *
 * @param contents in the order of the text
 */
public record NftTable(Family family, String name, List<NftChain> contents, Origin origin)
    implements RuleTable {

  /** Which packets a table sees: those of IPv4, or of IPv6 too. */
  public enum Family {
    IP,
    INET;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A chain of it.
   *
   * @param base where the kernel calls it; empty for a chain that only jumps reach
   */
  public record NftChain(Chain chain, Optional<Base> base) {}

  /** {@code type filter hook input priority 0}. */
  public record Base(ChainType type, Hook hook, int priority) {}

  @Override
  public String title() {
    return "nft " + family.word() + " " + name;
  }

  @Override
  public List<Chain> chains() {
    return contents.stream().map(NftChain::chain).toList();
  }

  @Override
  public List<BaseChain> baseChains(IptablesTool tool) {
    return contents.stream().flatMap(c -> c.base().stream().map(b -> base(c.chain(), b))).toList();
  }

  @Override
  public List<String> iptables(Chain chain, Rule rule) {
    return List.of();
  }

  private BaseChain base(Chain chain, Base base) {
    return new BaseChain(this, chain, base.hook(), base.type(), base.priority());
  }
}
