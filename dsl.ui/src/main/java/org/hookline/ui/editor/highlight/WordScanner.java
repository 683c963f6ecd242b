package org.hookline.ui.editor.highlight;

import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.hookline.ui.bridge.Keywords;

/** Colours keywords at once, while typing; what the words mean comes a moment later. */
final class WordScanner extends RuleBasedScanner {
  private final Token keyword = new Token(null);

  WordScanner() {
    // any other word is passed over as a whole, also when it begins like a keyword
    WordRule words = new WordRule(new Words(), new Token(null));
    Keywords.all().forEach(word -> words.addWord(word, keyword));
    setRules(new IRule[] {words});
    readColours();
  }

  void readColours() {
    keyword.setData(Style.KEYWORD.attribute());
  }

  /** The letters of the language's one terminal for words. */
  private static final class Words implements IWordDetector {
    @Override
    public boolean isWordStart(char letter) {
      return isWordPart(letter);
    }

    @Override
    public boolean isWordPart(char letter) {
      return (letter >= 'a' && letter <= 'z')
          || (letter >= 'A' && letter <= 'Z')
          || (letter >= '0' && letter <= '9')
          || "_.:/%@+-[]".indexOf(letter) >= 0;
    }
  }
}
