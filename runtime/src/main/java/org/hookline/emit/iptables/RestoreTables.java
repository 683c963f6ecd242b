package org.hookline.emit.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.emit.Families;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.source.Origin;

/** The packet tables of a host in the form of {@code iptables-save} and {@code ip6tables-save}. */
public final class RestoreTables {
  private RestoreTables() {}

  /** For one family, in the order in which a packet meets them. */
  public static List<RestoreTable> of(Host host, Family family) {
    List<RestoreTable> tables = new ArrayList<>();
    for (TableName name : TableName.values()) {
      host.packetTable(name)
          .filter(table -> Families.of(table).contains(family))
          .ifPresent(table -> tables.add(of(table, family)));
    }
    return tables;
  }

  private static RestoreTable of(PacketTable table, Family family) {
    List<Line> chains = new ArrayList<>();
    for (String builtIn : table.name().builtIn()) {
      Optional<Chain> chain = table.chain(builtIn);
      String policy = chain.filter(Chain::policyDrop).isPresent() ? "DROP" : "ACCEPT";
      Origin origin = chain.map(Chain::origin).orElse(Origin.NONE);
      chains.add(new Line(":" + builtIn + " " + policy + " [0:0]", origin));
    }
    List<Line> rules = new ArrayList<>();
    for (Chain chain : table.chains()) {
      if (!table.name().builtIn().contains(chain.name())) {
        chains.add(new Line(":" + chain.name() + " - [0:0]", chain.origin()));
      }
      for (Rule rule : chain.rules()) {
        for (String line : rule.iptables(family)) {
          rules.add(new Line(("-A " + chain.name() + " " + line).stripTrailing(), rule.origin()));
        }
      }
    }
    return new RestoreTable(table.name().word(), chains, rules);
  }
}
