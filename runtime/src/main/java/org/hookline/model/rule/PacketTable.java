package org.hookline.model.rule;

import java.util.List;
import org.hookline.source.Origin;

/** A table of iptables on one host: built-in and user chains, each at most once. */
public record PacketTable(TableName name, List<Chain> chains, Origin origin) implements RuleTable {

  @Override
  public String title() {
    return name.word();
  }

  @Override
  public List<BaseChain> baseChains(IptablesTool tool) {
    return chains.stream()
        .filter(chain -> name.builtIn().contains(chain.name()))
        .map(chain -> base(chain, Hook.valueOf(chain.name()), tool))
        .toList();
  }

  @Override
  public List<String> iptables(Chain chain, Rule rule) {
    String command = "iptables -t " + name.word() + " -A " + chain.name() + " ";
    return rule.iptables().stream().map(command::concat).toList();
  }

  private BaseChain base(Chain chain, Hook hook, IptablesTool tool) {
    return new BaseChain(this, chain, hook, name.typeAt(hook), name.priorityAt(hook, tool));
  }
}
