package org.hookline.dsl.word;

import java.util.function.Function;

/**
 * What a word of the text has to be, and how it is read.
 *
 * @param <T> the value
 * @param what one noun phrase, shown in hovers and completions
 * @param reader throws {@link org.hookline.addr.Malformed} for any other text
 */
public record WordType<T>(String what, Function<String, T> reader) {

  /**
   * The value of a word.
   *
   * @throws org.hookline.addr.Malformed with the code of a help page
   */
  public T read(String word) {
    return reader.apply(word);
  }
}
