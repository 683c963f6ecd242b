package org.hookline.dsl.word;

import org.hookline.addr.Malformed;

/** Plain numbers, decimal or hexadecimal, within bounds. */
final class Numbers {
  private Numbers() {}

  /** Throws {@code bad-number} when the word is none, or out of bounds. */
  static long parse(String word, String what, long low, long high) {
    boolean hex = word.matches("0[xX][0-9a-fA-F]{1,8}");
    if (hex || word.matches("[0-9]{1,18}")) {
      long number = hex ? Long.parseLong(word.substring(2), 16) : Long.parseLong(word);
      if (low <= number && number <= high) {
        return number;
      }
    }
    throw new Malformed(
        "bad-number", "'" + word + "' is not " + what, "a number from " + low + " to " + high);
  }
}
