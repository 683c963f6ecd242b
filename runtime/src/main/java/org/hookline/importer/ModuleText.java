package org.hookline.importer;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.OptionWords.Word;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Matches;
import org.hookline.model.rule.match.Spelled;
import org.hookline.model.rule.match.Unread;

/**
 * Reads the options of one {@code -m MODULE}, and keeps their spelling where Hookline would write
 * the same in other words.
 *
 * @param before the module of the {@code -m} before, whose options could be taken together with
 *     these
 */
record ModuleText(String before) {

  List<Match> matches(String module, List<Word> words, Optional<Protocol> protocol) {
    OptionWords options = new OptionWords(words, protocol);
    String written = ("-m " + module + " " + options).trim();
    Optional<Matches.Reading> reading = Matches.reading(module);
    if (reading.isEmpty()) {
      return List.of(Unread.read(module, options, "nobody knows the module " + module));
    }
    try {
      List<Match> matches = reading.get().of(options);
      IptablesLine line = new IptablesLine();
      matches.forEach(m -> m.iptables(line));
      boolean joins = before.equals(module) && !ExtensionText.standsAlone(matches);
      boolean same = line.modules().equals(written) && !joins;
      return same ? matches : List.of(new Spelled(matches, written));
    } catch (Malformed e) {
      return List.of(new Unread((module + " " + options).trim(), Optional.of(e.getMessage())));
    }
  }
}
