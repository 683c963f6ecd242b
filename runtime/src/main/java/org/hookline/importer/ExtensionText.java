package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.OptionWords.Word;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Spelled;
import org.hookline.model.rule.target.Target;
import org.hookline.model.rule.target.Unread;
import org.hookline.source.Origin;

/**
 * Matches and targets that a text of the language keeps in iptables' words: {@code xt match "recent
 * --set"}. They mean the same as behind {@code -m} and {@code -j} of a saved rule.
 */
public final class ExtensionText {
  private static final String NO_WORDS_OF_ITS_OWN = "xt match ";

  private ExtensionText() {}

  /**
   * What a module and its options mean. Where the language has words of its own, the spelling is
   * kept.
   *
   * @param protocol what the rule says otherwise of its protocol
   */
  public static List<Match> matches(String text, Optional<Protocol> protocol) {
    List<Word> words = RuleWords.of(text);
    List<Match> matches =
        new ModuleText("").matches(words.get(0).text(), words.subList(1, words.size()), protocol);
    boolean spelled = matches.stream().allMatch(m -> m instanceof Spelled);
    return spelled || standsAlone(matches)
        ? matches
        : List.of(new Spelled(matches, "-m " + written(words)));
  }

  /** Whether this is one match that the language can only say in iptables' words. */
  static boolean standsAlone(List<Match> matches) {
    return matches.size() == 1
        && matches.get(0).hkl(Set.of()).startsWith(NO_WORDS_OF_ITS_OWN)
        && !(matches.get(0) instanceof Spelled);
  }

  /** What a target and its options mean. */
  public static Target target(String text, Optional<Protocol> protocol) {
    List<Word> words = RuleWords.of(text);
    return TargetText.read(
        words.get(0).text(), new OptionWords(words.subList(1, words.size()), protocol));
  }

  /** A whole rule that cannot be read, matches included. */
  public static Target rule(String text) {
    String why = "the rule is kept as text";
    try {
      SavedRule.read(RuleWords.of(text), Set.of(), Origin.NONE);
    } catch (Malformed e) {
      why = e.getMessage();
    }
    return new org.hookline.model.rule.target.Spelled(new Unread(text, Optional.of(why)), text);
  }

  /** Matches without a word for the protocol that another one says as well. */
  public static List<Match> withoutRepetition(List<Match> matches) {
    boolean any = matches.stream().anyMatch(m -> m instanceof ProtocolIs);
    return any ? RedundantProtocol.without(matches) : matches;
  }

  /** What a text must not have, because it would end the match or target before its end. */
  public static Optional<String> misplaced(String text) {
    List<String> bad = new ArrayList<>();
    for (Word word : RuleWords.of(text)) {
      if (!word.quoted() && PlainOption.of(word.text()).isPresent()) {
        bad.add(word.text());
      }
    }
    return bad.stream().findFirst();
  }

  private static String written(List<Word> words) {
    return String.join(" ", words.stream().map(Word::toString).toList()).trim();
  }
}
