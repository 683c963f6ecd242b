package org.hookline.ui.bridge;

import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;

/** The words of the language. */
public final class Keywords {
  private Keywords() {}

  /** Every keyword that is a word, not punctuation. */
  public static SortedSet<String> all() {
    SortedSet<String> words =
        new TreeSet<>(
            GrammarUtil.getAllKeywords(
                LanguageInjector.get().getInstance(IGrammarAccess.class).getGrammar()));
    words.removeIf(word -> !Character.isLetter(word.charAt(0)));
    return words;
  }
}
