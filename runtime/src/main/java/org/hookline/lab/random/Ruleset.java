package org.hookline.lab.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.model.rule.TableName;

/**
 * Packet rules in iptables' words; a draft.
 *
 * @param dropping built-in chains with the policy DROP, {@code table/CHAIN}
 * @param chains user chains, {@code table/CHAIN}
 * @param rules by table: {@code -A CHAIN …}
 */
record Ruleset(List<String> dropping, List<String> chains, Map<TableName, List<String>> rules) {

  Ruleset() {
    this(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
  }

  Ruleset copy() {
    Map<TableName, List<String>> copies = new LinkedHashMap<>();
    rules.forEach((table, lines) -> copies.put(table, new ArrayList<>(lines)));
    return new Ruleset(new ArrayList<>(dropping), new ArrayList<>(chains), copies);
  }

  static String place(TableName table, String chain) {
    return table.word() + "/" + chain;
  }

  List<String> of(TableName table) {
    return rules.computeIfAbsent(table, t -> new ArrayList<>());
  }

  void append(TableName table, String chain, String words) {
    of(table).add(("-A " + chain + " " + words).strip());
  }

  /** Makes sure that a user chain is there. */
  void chain(TableName table, String chain) {
    if (!chains.contains(place(table, chain))) {
      chains.add(place(table, chain));
    }
  }

  /** Whether a table has neither rules nor chains nor a policy that drops. */
  boolean idle(TableName table) {
    String own = table.word() + "/";
    return of(table).isEmpty()
        && chains.stream().noneMatch(c -> c.startsWith(own))
        && dropping.stream().noneMatch(c -> c.startsWith(own));
  }

  int size() {
    return rules.values().stream().mapToInt(List::size).sum();
  }

  /** What {@code iptables-restore} reads. */
  String text() {
    StringBuilder text = new StringBuilder();
    rules.forEach(
        (table, lines) -> {
          text.append('*').append(table.word()).append('\n');
          for (String chain : table.builtIn()) {
            String policy = dropping.contains(place(table, chain)) ? "DROP" : "ACCEPT";
            text.append(':').append(chain).append(' ').append(policy).append(" [0:0]\n");
          }
          String own = table.word() + "/";
          chains.stream()
              .filter(c -> c.startsWith(own))
              .forEach(
                  c -> text.append(':').append(c.substring(own.length())).append(" - [0:0]\n"));
          lines.forEach(line -> text.append(line).append('\n'));
          text.append("COMMIT\n");
        });
    return text.toString();
  }
}
