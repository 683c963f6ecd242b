package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.match.AddressType.End;
import org.hookline.model.rule.match.AddressType.Kind;
import org.hookline.model.rule.match.AddressType.Limit;

/** Module {@code addrtype} of iptables: the interface limit holds for both ends. */
final class AddressTypeWords {
  private AddressTypeWords() {}

  private record Asked(End end, boolean negated, Set<Kind> kinds) {}

  static List<Match> read(OptionWords words) {
    List<Asked> asked = new ArrayList<>();
    Limit limit = Limit.NONE;
    while (words.more()) {
      String option = words.option();
      boolean negated = words.negated();
      switch (option) {
        case "--src-type" ->
            asked.add(new Asked(End.SRC, negated, AddressType.kinds(words.value())));
        case "--dst-type" ->
            asked.add(new Asked(End.DST, negated, AddressType.kinds(words.value())));
        case "--limit-iface-in" -> limit = Limit.IN;
        case "--limit-iface-out" -> limit = Limit.OUT;
        default -> throw OptionWords.unknown(option);
      }
    }
    Limit all = limit;
    return asked.stream()
        .map(a -> (Match) new AddressType(a.end(), a.negated(), a.kinds(), all))
        .toList();
  }
}
