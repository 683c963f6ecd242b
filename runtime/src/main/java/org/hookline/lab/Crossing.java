package org.hookline.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Malformed;
import org.hookline.packet.Headers;

/**
 * A packet that passed an interface. On loopback a packet crosses once, going out.
 *
 * @param host a host or pseudo-host
 * @param iface an interface; of the internet the segment it touches
 * @param quoted the headers that an ICMP error quotes
 */
public record Crossing(
    String host, String iface, Direction direction, Headers packet, Optional<Headers> quoted) {

  private static final Pattern TEXT = Pattern.compile("(.+?) (\\S+) (in|out): (.*)");

  /** Reads a packet in the words of {@link PacketText}. */
  static Crossing of(String host, String iface, Direction direction, String packet) {
    return new Crossing(
        host, iface, direction, PacketText.packet(packet), PacketText.quotedBy(packet));
  }

  /**
   * Reads {@link #toString}.
   *
   * @throws Malformed {@code bad-crossing}
   */
  public static Crossing parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new Malformed(
          "bad-crossing",
          "'" + text + "' is not a packet on a wire",
          "host, interface, in or out, packet: 'mirrors vlan95 in: udp 1.0.0.1:5 > 2.0.0.2:6 ttl"
              + " 64'");
    }
    Direction direction = matcher.group(3).equals("in") ? Direction.IN : Direction.OUT;
    return of(matcher.group(1), matcher.group(2), direction, matcher.group(4));
  }

  @Override
  public String toString() {
    return host + " " + iface + " " + direction + ": " + PacketText.of(packet, quoted);
  }
}
