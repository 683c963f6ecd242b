package org.hookline.addr;

/** An Ethernet address, 48 bits. */
public record Mac(long bits) {

  /**
   * Reads {@code 52:54:00:12:34:56}.
   *
   * @throws Malformed {@code bad-mac}
   */
  public static Mac parse(String text) {
    if (!text.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")) {
      throw new Malformed(
          "bad-mac", "'" + text + "' is not an Ethernet address", "six bytes: 52:54:00:12:34:56");
    }
    return new Mac(Long.parseLong(text.replace(":", ""), 16));
  }

  @Override
  public String toString() {
    return String.format("%012x", bits).replaceAll("(..)(?!$)", "$1:");
  }
}
