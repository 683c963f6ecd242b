package org.hookline.emit.nft;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.PacketTable;

/** From which built-in chains a chain is reached. */
final class Reach {
  private Reach() {}

  static Set<String> hooks(PacketTable table, Chain chain) {
    Set<String> hooks = new TreeSet<>();
    for (String hook : table.name().builtIn()) {
      Optional<Chain> base = table.chain(hook);
      if (base.filter(b -> leads(table, b, chain.name(), new HashSet<>())).isPresent()) {
        hooks.add(hook);
      }
    }
    return hooks;
  }

  private static boolean leads(PacketTable table, Chain from, String to, Set<String> seen) {
    return from.name().equals(to)
        || seen.add(from.name())
            && from.rules().stream()
                .flatMap(rule -> rule.target().freeText().stream())
                .filter(text -> text.kind() == FreeText.Kind.CHAIN)
                .flatMap(text -> table.chain(text.text()).stream())
                .anyMatch(next -> leads(table, next, to, seen));
  }
}
