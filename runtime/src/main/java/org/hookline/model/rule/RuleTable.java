package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.source.Origin;

/** A table of packet rules on one host, of iptables or of nft itself. */
public sealed interface RuleTable permits PacketTable, NftTable {

  /** As people call it: {@code filter}, {@code nft inet fw}. */
  String title();

  /** All chains, each name at most once. */
  List<Chain> chains();

  Origin origin();

  /**
   * The chains that the kernel calls, in the order in which they are registered.
   *
   * @param tool which iptables wrote the host's tables
   */
  List<BaseChain> baseChains(IptablesTool tool);

  /** A rule as the commands of iptables that append it; none for a table of nft. */
  List<String> iptables(Chain chain, Rule rule);

  default Optional<Chain> chain(String chain) {
    return chains().stream().filter(c -> c.name().equals(chain)).findFirst();
  }

  default Stream<Rule> rules() {
    return chains().stream().flatMap(c -> c.rules().stream());
  }

  /** Whether a rule of this table makes the kernel register conntrack in the host's namespace. */
  default boolean needsConntrack() {
    return rules()
        .anyMatch(
            r ->
                r.target().needsConntrack()
                    || r.matches().stream().anyMatch(m -> m.needsConntrack()));
  }

  /** Whether a rule of this table asks how long packets are. */
  default boolean needsLength() {
    return rules().anyMatch(r -> r.matches().stream().anyMatch(m -> m.needsLength()));
  }
}
