package org.hookline.addr;

/**
 * A 32-bit packet or connection mark with the mask of the bits that count.
 *
 * @param value 0 … 2³²−1; bits outside the mask are kept as written, because iptables keeps them
 */
public record MaskedMark(long value, long mask) {

  public static final long ALL = 0xffffffffL;

  public static MaskedMark exactly(long value) {
    return new MaskedMark(value, ALL);
  }

  /**
   * Reads {@code 5}, {@code 0x1} or {@code 0x1/0xff}.
   *
   * @throws Malformed {@code bad-mark}
   */
  public static MaskedMark parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? exactly(number(text, text))
        : new MaskedMark(
            number(text.substring(0, slash), text), number(text.substring(slash + 1), text));
  }

  private static long number(String digits, String text) {
    if (!digits.matches("0[xX][0-9a-fA-F]{1,16}|[0-9]{1,19}")) {
      throw bad(text);
    }
    boolean hex = digits.length() > 1 && (digits.charAt(1) | 0x20) == 'x';
    long number =
        hex ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseUnsignedLong(digits);
    if (number < 0 || number > ALL) {
      throw bad(text);
    }
    return number;
  }

  private static Malformed bad(String text) {
    return new Malformed(
        "bad-mark",
        "'" + text + "' is not a mark",
        "a 32-bit number, or value/mask such as 0x1/0xff");
  }

  /** Value and mask, always both: {@code 0x1/0xffffffff}. */
  public String full() {
    return "0x" + Long.toHexString(value) + "/0x" + Long.toHexString(mask);
  }

  /** iproute2's form: hexadecimal, the mask only when it is not all ones. */
  @Override
  public String toString() {
    String number = "0x" + Long.toHexString(value);
    return mask == ALL ? number : number + "/0x" + Long.toHexString(mask);
  }
}
