package org.hookline.model.iface;

import org.hookline.addr.Malformed;

/**
 * How far an address or a destination is known: {@code global}, {@code link}, {@code host} and the
 * numbers between.
 *
 * @param number 0 for everywhere, 253 for the link, 254 for the host (include/uapi/linux/
 *     rtnetlink.h RT_SCOPE_*)
 */
public record AddressScope(int number) {
  public static final AddressScope GLOBAL = new AddressScope(0);
  public static final AddressScope LINK = new AddressScope(253);
  public static final AddressScope HOST = new AddressScope(254);
  private static final int SITE = 200;
  private static final int NOWHERE = 255;

  /**
   * Reads iproute2's words and numbers.
   *
   * @throws Malformed {@code bad-scope}
   */
  public static AddressScope parse(String word) {
    return switch (word) {
      case "global", "universe" -> GLOBAL;
      case "site" -> new AddressScope(SITE);
      case "link" -> LINK;
      case "host" -> HOST;
      case "nowhere" -> new AddressScope(NOWHERE);
      default -> numbered(word);
    };
  }

  private static AddressScope numbered(String word) {
    if (!word.matches("[0-9]{1,3}") || Integer.parseInt(word) > NOWHERE) {
      throw new Malformed(
          "bad-scope",
          "'" + word + "' is not a scope",
          "global, site, link, host, nowhere or a number up to 255");
    }
    return new AddressScope(Integer.parseInt(word));
  }

  /** Whether something of this scope is good enough for something of another. */
  public boolean reaches(AddressScope other) {
    return number <= other.number;
  }

  @Override
  public String toString() {
    return switch (number) {
      case 0 -> "global";
      case SITE -> "site";
      case 253 -> "link";
      case 254 -> "host";
      case NOWHERE -> "nowhere";
      default -> String.valueOf(number);
    };
  }
}
