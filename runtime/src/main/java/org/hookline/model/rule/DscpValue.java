package org.hookline.model.rule;

import java.util.List;
import java.util.Locale;
import org.hookline.addr.Malformed;

/**
 * A differentiated services code point (RFC 2474): the upper six bits of the TOS byte.
 *
 * @param value 0 … 63
 */
public record DscpValue(int value) {
  /** The bits of the TOS byte that hold it. */
  public static final int MASK = 0xfc;

  private static final int EXPEDITED = 46;

  /**
   * Reads a number, or a class: {@code EF}, {@code CS3}, {@code AF21}, {@code BE}.
   *
   * @throws Malformed {@code bad-dscp}
   */
  public static DscpValue parse(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    if (name.matches("CS[0-7]")) {
      return new DscpValue(8 * (name.charAt(2) - '0'));
    }
    if (name.matches("AF[1-4][1-3]")) {
      return new DscpValue(8 * (name.charAt(2) - '0') + 2 * (name.charAt(3) - '0'));
    }
    if (List.of("EF", "BE").contains(name)) {
      return new DscpValue(name.equals("EF") ? EXPEDITED : 0);
    }
    if (!name.matches("0X[0-9A-F]{1,2}|[0-9]{1,2}") || number(name) > 63) {
      throw new Malformed("bad-dscp", "'" + text + "' is not a DSCP", "0 to 63, or EF, CS3, AF21");
    }
    return new DscpValue(number(name));
  }

  private static int number(String name) {
    return name.startsWith("0X") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name);
  }

  /** The TOS byte with these bits. */
  public long tos() {
    return (long) value << 2;
  }

  @Override
  public String toString() {
    return String.format("0x%02x", value);
  }
}
