package org.hookline.addr;

import java.util.Map;
import java.util.TreeMap;

/** An IP protocol by its IANA number, 0 … 255. */
public record Protocol(int number) {
  public static final Protocol ICMP = new Protocol(1);
  public static final Protocol TCP = new Protocol(6);
  public static final Protocol UDP = new Protocol(17);
  public static final Protocol ICMPV6 = new Protocol(58);

  /** IANA protocol numbers, by the names of /etc/protocols. */
  private static final Map<String, Integer> NUMBERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("icmp", 1),
              Map.entry("igmp", 2),
              Map.entry("ipencap", 4),
              Map.entry("tcp", 6),
              Map.entry("udp", 17),
              Map.entry("dccp", 33),
              Map.entry("ipv6", 41),
              Map.entry("rsvp", 46),
              Map.entry("gre", 47),
              Map.entry("esp", 50),
              Map.entry("ah", 51),
              Map.entry("icmpv6", 58),
              Map.entry("eigrp", 88),
              Map.entry("ospf", 89),
              Map.entry("ipip", 94),
              Map.entry("etherip", 97),
              Map.entry("pim", 103),
              Map.entry("ipcomp", 108),
              Map.entry("vrrp", 112),
              Map.entry("l2tp", 115),
              Map.entry("sctp", 132),
              Map.entry("udplite", 136),
              Map.entry("mpls-in-ip", 137)));

  private static final Map<String, Integer> ALIASES = Map.of("ipv6-icmp", 58);

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
    Integer number = NUMBERS.getOrDefault(text, ALIASES.get(text));
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
    return number == 6 || number == 17 || number == 33 || number == 132 || number == 136;
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
