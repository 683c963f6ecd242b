package org.hookline.addr;

/**
 * {@code 10.8.10.2}, read at once: nearly all addresses are of this form, and the library that
 * knows every other form takes a tenth of a second to be loaded.
 */
final class Dotted {
  static final long NONE = -1;

  private static final int BYTES = 4;
  private static final int MOST_DIGITS = 3;

  private Dotted() {}

  /**
   * Four numbers from 0 to 255 without leading zeros.
   *
   * @return the 32 bits, or {@link #NONE}
   */
  static long read(String text) {
    long bits = 0;
    int start = 0;
    for (int i = 0; i < BYTES; i++) {
      int end = i < BYTES - 1 ? text.indexOf('.', start) : text.length();
      int value = number(text, start, end);
      if (value < 0) {
        return NONE;
      }
      bits = bits << 8 | value;
      start = end + 1;
    }
    return bits;
  }

  private static int number(String text, int start, int end) {
    int digits = end - start;
    if (digits < 1 || digits > MOST_DIGITS || digits > 1 && text.charAt(start) == '0') {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = 10 * value + digit - '0';
    }
    return value <= 255 ? value : -1;
  }
}
