package org.hookline.addr;

import java.util.Map;
import java.util.TreeMap;

/** An IP protocol by its IANA number, 0 … 255. */
public record Protocol(int number) {
  public static final Protocol ICMP = new Protocol(1);
  public static final Protocol TCP = new Protocol(6);
  public static final Protocol UDP = new Protocol(17);

  private static final Map<String, Integer> NUMBERS =
      new TreeMap<>(
          Map.of(
              "icmp", 1, "igmp", 2, "tcp", 6, "udp", 17, "gre", 47, "esp", 50, "ah", 51, "icmpv6",
              58, "sctp", 132, "udplite", 136));

  public Protocol {
    if (number < 0 || number > 255) {
      throw new Malformed(
          "bad-protocol", "no IP protocol has the number " + number, "a number from 0 to 255");
    }
  }

  /**
   * Reads a name ({@code tcp}) or a number.
   *
   * @throws Malformed {@code bad-protocol}
   */
  public static Protocol parse(String text) {
    Integer number = NUMBERS.get(text);
    if (number == null && text.matches("[0-9]{1,3}")) {
      number = Integer.valueOf(text);
    }
    if (number == null) {
      throw new Malformed(
          "bad-protocol",
          "'" + text + "' is not an IP protocol",
          "one of " + String.join(", ", NUMBERS.keySet()) + ", or a number from 0 to 255");
    }
    return new Protocol(number);
  }

  /** Whether packets of this protocol carry source and destination ports. */
  public boolean hasPorts() {
    return number == 6 || number == 17 || number == 132 || number == 136;
  }

  @Override
  public String toString() {
    return NUMBERS.entrySet().stream()
        .filter(e -> e.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("" + number);
  }
}
