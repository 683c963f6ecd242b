package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import org.hookline.model.rule.OptionWords.Word;

/**
 * Splits a line of iptables-save into words; quotes keep blanks, a backslash inside keeps a quote.
 *
 * <p>iptables: iptables/xshared.c add_param_to_argv()
 */
final class RuleWords {
  private final String line;
  private final List<Word> words = new ArrayList<>();
  private int at = 0;

  private RuleWords(String line) {
    this.line = line;
  }

  static List<Word> of(String line) {
    RuleWords splitter = new RuleWords(line);
    splitter.split();
    return splitter.words;
  }

  private void split() {
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) {
        at++;
      } else {
        words.add(word());
      }
    }
  }

  private Word word() {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    char quote = 0;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
        break;
      } else if (quote != 0 && c == '\\' && at + 1 < line.length()) {
        at++;
        text.append(line.charAt(at));
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        quoted = true;
      } else {
        text.append(c);
      }
    }
    return new Word(text.toString(), quoted);
  }
}
