package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.ProtocolIs;

/** {@code tcp dport 80} says the protocol already; a second word for it would only be noise. */
final class RedundantProtocol {
  private RedundantProtocol() {}

  /** The matches without a protocol that another one implies. */
  static List<Match> without(List<Match> matches) {
    List<Match> rest = new ArrayList<>(matches);
    rest.removeIf(m -> m instanceof ProtocolIs);
    return text(rest).equals(text(matches)) ? rest : matches;
  }

  private static String text(List<Match> matches) {
    IptablesLine line = new IptablesLine();
    matches.forEach(m -> m.iptables(line));
    return line.toString();
  }
}
