package org.hookline.emit.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.emit.Families;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftName;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.source.Origin;

/**
 * The packet tables of a host as tables of nft: the same chains at the same hooks and priorities,
 * so that a packet meets the same rules in the same order.
 */
public final class TranslatedTables {
  private final Family family;
  private final IptablesTool tool;

  private TranslatedTables(Family family, IptablesTool tool) {
    this.family = family;
    this.tool = tool;
  }

  /** All five, in the order in which a packet meets them; without chains those a host has not. */
  public static List<NftTableText> of(Host host, Family family) {
    TranslatedTables tables = new TranslatedTables(family, host.iptables());
    List<NftTableText> texts = new ArrayList<>();
    for (TableName name : TableName.values()) {
      List<NftTableText.Chain> chains =
          host.packetTable(name)
              .filter(table -> Families.of(table).contains(family))
              .map(tables::chains)
              .orElse(List.of());
      texts.add(new NftTableText(NftPlace.word(family), name.word(), chains));
    }
    return texts;
  }

  private List<NftTableText.Chain> chains(PacketTable table) {
    List<NftTableText.Chain> chains = new ArrayList<>();
    for (String hook : table.name().builtIn()) {
      Optional<Chain> chain = table.chain(hook);
      String policy = chain.filter(Chain::policyDrop).isPresent() ? "drop" : "accept";
      String base = base(table.name(), hook) + "; policy " + policy + ";";
      Line line = new Line(base, chain.map(Chain::origin).orElse(Origin.NONE));
      List<Line> rules = chain.map(c -> rules(table, c)).orElse(List.of());
      chains.add(new NftTableText.Chain(hook, line, rules));
    }
    for (Chain chain : table.chains()) {
      if (!table.name().builtIn().contains(chain.name())) {
        List<Line> rules = rules(table, chain);
        String name = NftName.of(chain.name());
        chains.add(new NftTableText.Chain(name, new Line("", chain.origin()), rules));
      }
    }
    return chains;
  }

  private List<Line> rules(PacketTable table, Chain chain) {
    NftPlace place = place(table, chain, family);
    List<Line> lines = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      rule.nftables(place).lines().forEach(text -> lines.add(new Line(text, rule.origin())));
    }
    return lines;
  }

  /** Where the rules of a chain stand. */
  public static NftPlace place(PacketTable table, Chain chain, Family family) {
    return new NftPlace(Set.of(family), Reach.hooks(table, chain));
  }

  /** As the iptables of the host would register it, so that what is played is what is loaded. */
  private String base(TableName table, String chain) {
    Hook hook = Hook.valueOf(chain);
    String type = table.typeAt(hook).word();
    int priority = table.priorityAt(hook, tool);
    return "type " + type + " hook " + hook.word() + " priority " + priority;
  }
}
