package org.hookline.ui.bridge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokens;

/**
 * A word with its meaning.
 *
 * @param length in UTF-16 units
 * @param kind one of the protocol's {@link org.eclipse.lsp4j.SemanticTokenTypes}
 */
public record SemanticWord(Position start, int length, String kind) {
  private static final int NUMBERS_PER_WORD = 5;

  /**
   * Words from the protocol's form: five numbers each, places relative to the word before.
   *
   * @param kinds the server's legend
   */
  static List<SemanticWord> decode(SemanticTokens tokens, List<String> kinds) {
    List<Integer> data = tokens.getData();
    List<SemanticWord> words = new ArrayList<>(data.size() / NUMBERS_PER_WORD);
    int line = 0;
    int column = 0;
    for (int i = 0; i + NUMBERS_PER_WORD <= data.size(); i += NUMBERS_PER_WORD) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      words.add(
          new SemanticWord(
              new Position(line, column), data.get(i + 2), kinds.get(data.get(i + 3))));
    }
    return words;
  }
}
