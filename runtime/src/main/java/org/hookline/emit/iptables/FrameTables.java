package org.hookline.emit.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.model.rule.UnplayedTable.Tool;
import org.hookline.model.rule.UnplayedTable.UnplayedChain;
import org.hookline.source.Origin;

/** The tables of ebtables and arptables of a host in the form that their tools save. */
public final class FrameTables {
  /** ebtables(8), arptables-nft(8) */
  private static final Map<String, List<String>> BUILT_IN =
      Map.of(
          "EBTABLES broute", List.of("BROUTING"),
          "EBTABLES nat", List.of("PREROUTING", "OUTPUT", "POSTROUTING"),
          "EBTABLES filter", List.of("INPUT", "FORWARD", "OUTPUT"),
          "ARPTABLES filter", List.of("INPUT", "OUTPUT"));

  private final Map<String, Line> chains = new LinkedHashMap<>();
  private final List<Line> rules = new ArrayList<>();

  private FrameTables() {}

  /** The tables of one tool; several blocks of one table are one. */
  public static List<RestoreTable> of(Host host, Tool tool) {
    Map<String, FrameTables> tables = new LinkedHashMap<>();
    for (UnplayedTable table : host.unplayedTables()) {
      if (table.tool() == tool) {
        tables.computeIfAbsent(table.title(), title -> of(tool, title)).add(table);
      }
    }
    List<RestoreTable> result = new ArrayList<>();
    tables.forEach(
        (title, table) ->
            result.add(new RestoreTable(title, List.copyOf(table.chains.values()), table.rules)));
    return result;
  }

  private static FrameTables of(Tool tool, String title) {
    FrameTables table = new FrameTables();
    for (String chain : BUILT_IN.getOrDefault(tool + " " + title, List.of())) {
      table.chains.put(chain, new Line(":" + chain + " ACCEPT", Origin.NONE));
    }
    return table;
  }

  private void add(UnplayedTable table) {
    for (UnplayedChain chain : table.chains()) {
      String head = ":" + chain.name() + " " + chain.head().orElse("-");
      chains.put(chain.name(), new Line(head, chain.origin()));
      chain
          .rules()
          .forEach(
              rule ->
                  rule.lines()
                      .forEach(
                          text ->
                              rules.add(
                                  new Line(
                                      ("-A " + chain.name() + " " + text).strip(),
                                      rule.origin()))));
    }
  }
}
