package org.hookline.dsl.rules;

import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.dsl.word.WordType;

/** Words that can be read; the others are the business of MalformedWord alone. */
final class Readable {
  private Readable() {}

  static <T> Optional<T> word(WordType<T> type, String word) {
    try {
      return word == null ? Optional.empty() : Optional.of(type.read(word));
    } catch (Malformed reportedElsewhere) {
      return Optional.empty();
    }
  }
}
