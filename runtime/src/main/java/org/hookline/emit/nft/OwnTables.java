package org.hookline.emit.nft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.model.rule.UnplayedTable.Tool;
import org.hookline.model.rule.UnplayedTable.UnplayedChain;

/** The tables of nft itself that a host is written with. */
public final class OwnTables {
  private OwnTables() {}

  /** In the order of the text; several blocks of one table are one. */
  public static List<NftTableText> of(Host host) {
    Map<String, List<NftTableText.Chain>> tables = new LinkedHashMap<>();
    for (UnplayedTable table : host.unplayedTables()) {
      if (table.tool() == Tool.NFT) {
        table
            .chains()
            .forEach(
                chain ->
                    tables
                        .computeIfAbsent(table.title(), t -> new ArrayList<>())
                        .add(chain(chain)));
      }
    }
    List<NftTableText> texts = new ArrayList<>();
    tables.forEach(
        (title, chains) -> {
          String[] words = title.split(" ");
          texts.add(new NftTableText(words[0], words[1], chains));
        });
    return texts;
  }

  private static NftTableText.Chain chain(UnplayedChain chain) {
    List<Line> rules = new ArrayList<>();
    chain
        .rules()
        .forEach(rule -> rule.lines().forEach(text -> rules.add(new Line(text, rule.origin()))));
    return new NftTableText.Chain(
        chain.name(), new Line(chain.head().orElse(""), chain.origin()), rules);
  }

  /** The links that chains of a host are bound to, which have to be there before its tables. */
  public static List<String> devices(Host host) {
    return host.unplayedTables().stream()
        .flatMap(table -> table.chains().stream())
        .map(UnplayedChain::head)
        .flatMap(Optional::stream)
        .filter(head -> head.contains(" device \""))
        .map(head -> head.replaceFirst(".* device \"([^\"]*)\".*", "$1"))
        .distinct()
        .toList();
  }
}
