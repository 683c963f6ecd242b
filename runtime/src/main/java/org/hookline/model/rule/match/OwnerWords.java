package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.model.rule.OptionWords;

/** Module {@code owner} of iptables. */
final class OwnerWords {
  private static final Owner.Ids NONE = new Owner.Ids(0, 0);

  private OwnerWords() {}

  static List<Match> read(OptionWords words) {
    List<Match> matches = new ArrayList<>();
    while (words.more()) {
      String option = words.option();
      boolean negated = words.negated();
      switch (option) {
        case "--uid-owner" ->
            matches.add(new Owner(Owner.Who.USER, negated, Owner.Ids.parse(words.value())));
        case "--gid-owner" ->
            matches.add(new Owner(Owner.Who.GROUP, negated, Owner.Ids.parse(words.value())));
        case "--socket-exists" -> matches.add(new Owner(Owner.Who.SOCKET, negated, NONE));
        case "--suppl-groups" -> {}
        default -> throw OptionWords.unknown(option);
      }
    }
    return matches;
  }
}
