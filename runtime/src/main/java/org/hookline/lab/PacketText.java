package org.hookline.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Address;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.packet.Headers;
import org.hookline.packet.TcpFlags;

/**
 * Captured packets as one line each, the form that the agent prints and recordings keep: {@code tcp
 * 10.0.0.1:4000 > 10.0.0.2:80 S ttl 64}, {@code icmp 10.0.0.2 > 10.0.0.1 3/3 ttl 64 quoting udp
 * 10.0.0.1:4000 > 10.0.0.2:9}.
 */
final class PacketText {
  private static final String QUOTING = " quoting ";
  private static final int ECHO_REPLY = 0;
  private static final int ECHO_REQUEST = 8;

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<protocol>\\w+) (?<src>[\\d.]+)(?::(?<sport>\\d+))?"
              + " > (?<dst>[\\d.]+)(?::(?<dport>\\d+))?"
              + "(?: (?<flags>[FSRPU.EW]+|none))?(?: (?<type>\\d+)/(?<code>\\d+))?"
              + "(?: id (?<id>\\d+))?(?: ttl (?<ttl>\\d+))?");

  private PacketText() {}

  /**
   * The packet itself, without what it quotes.
   *
   * @throws Malformed {@code bad-packet}
   */
  static Headers packet(String text) {
    int quoting = text.indexOf(QUOTING);
    return read(quoting < 0 ? text : text.substring(0, quoting));
  }

  /** What the packet quotes; of an ICMP error. */
  static Optional<Headers> quotedBy(String text) {
    int quoting = text.indexOf(QUOTING);
    return quoting < 0
        ? Optional.empty()
        : Optional.of(read(text.substring(quoting + QUOTING.length())));
  }

  private static Headers read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new Malformed(
          "bad-packet",
          "'" + text + "' is not a captured packet",
          "protocol source > destination … ttl N: 'udp 10.0.0.1:4000 > 10.0.0.2:53 ttl 64'");
    }
    int type = number(matcher.group("type"));
    int id = number(matcher.group("id"));
    boolean echoed = matcher.group("id") != null;
    return new Headers(
        Protocol.parse(matcher.group("protocol")),
        Address.parse(matcher.group("src")),
        echoed && type == ECHO_REQUEST ? id : number(matcher.group("sport")),
        Address.parse(matcher.group("dst")),
        echoed && type == ECHO_REPLY ? id : number(matcher.group("dport")),
        flags(matcher.group("flags")),
        type,
        number(matcher.group("code")),
        number(matcher.group("ttl")),
        0);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long flags(String letters) {
    long flags = 0;
    for (char letter : (letters == null ? "" : letters).toCharArray()) {
      int bit = "FSRP.UEW".indexOf(letter);
      flags |= bit < 0 ? 0 : 1L << bit;
    }
    return flags;
  }

  static String of(Headers packet, Optional<Headers> quoted) {
    return words(packet) + " ttl " + packet.ttl() + quoted.map(q -> QUOTING + words(q)).orElse("");
  }

  private static String words(Headers packet) {
    boolean ports = packet.protocol().hasPorts();
    String src = packet.src() + (ports ? ":" + packet.sport() : "");
    String dst = packet.dst() + (ports ? ":" + packet.dport() : "");
    return packet.protocol() + " " + src + " > " + dst + what(packet);
  }

  private static String what(Headers packet) {
    if (packet.protocol().equals(Protocol.TCP)) {
      return packet.flags() == 0 ? " none" : " " + TcpFlags.letters(packet.flags());
    }
    if (!packet.protocol().equals(Protocol.ICMP)) {
      return "";
    }
    String id =
        switch (packet.type()) {
          case ECHO_REQUEST -> " id " + packet.sport();
          case ECHO_REPLY -> " id " + packet.dport();
          default -> "";
        };
    return " " + packet.type() + "/" + packet.code() + id;
  }
}
