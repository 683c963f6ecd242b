package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.CtStatusMatch;
import org.hookline.dsl.word.MatchWords;

/** Statuses of which iptables knows some as states, so that no one match has both. */
final class MixedStatus implements TreeRule<CtStatusMatch> {
  @Override
  public Class<CtStatusMatch> type() {
    return CtStatusMatch.class;
  }

  @Override
  public List<String> codes() {
    return List.of("bad-ct-status");
  }

  @Override
  public void check(CtStatusMatch match, Findings findings) {
    long translated = match.getStatuses().stream().filter(MatchWords.TRANSLATED::contains).count();
    if (translated > 0 && translated < match.getStatuses().size()) {
      findings
          .at(match)
          .error(
              "bad-ct-status",
              "snat and dnat cannot stand beside other statuses",
              "two rules, one for each");
    }
  }
}
