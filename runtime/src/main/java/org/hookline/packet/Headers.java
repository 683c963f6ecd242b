package org.hookline.packet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Address;
import org.hookline.addr.Malformed;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/**
 * The headers of one IPv4 packet, as people write and read them: {@code tcp 202.38.70.7:40000 >
 * 202.141.160.110:50000}, {@code icmp 10.0.0.1 > 10.0.0.2 echo request}.
 *
 * @param sport source port; of an ICMP echo its identifier, see {@link Fields}
 * @param flags TCP flags, see {@link TcpFlags}
 * @param type ICMP type; with {@code code} only for ICMP
 * @param length bytes with the IP header; 0 where nothing says it
 */
public record Headers(
    Protocol protocol,
    Address src,
    int sport,
    Address dst,
    int dport,
    long flags,
    int type,
    int code,
    int ttl,
    int length) {

  private static final int ECHO_REQUEST = 8;
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\w+) +([0-9.]+)(?::(\\d+))? *> *([0-9.]+)(?::(\\d+))?( +[SFRPU.EW]+)?"
              + "(?: +length +(\\d{1,5}))?");

  /**
   * Reads an opening packet; without flags a TCP packet is a SYN.
   *
   * @throws Malformed {@code bad-packet}, or what is wrong with a part
   */
  public static Headers parse(String text) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (!matcher.matches()) {
      throw new Malformed(
          "bad-packet",
          "'" + text + "' is not a packet",
          "protocol source:port > destination:port, such as"
              + " 'tcp 202.38.70.7:40000 > 202.141.160.110:50000'");
    }
    Protocol protocol = Protocol.parse(matcher.group(1));
    boolean echo = protocol.equals(Protocol.ICMP);
    long flags = protocol.equals(Protocol.TCP) ? flags(matcher.group(6)) : 0;
    return new Headers(
        protocol,
        Address.parse(matcher.group(2)),
        port(matcher.group(3)),
        Address.parse(matcher.group(4)),
        port(matcher.group(5)),
        flags,
        echo ? ECHO_REQUEST : 0,
        0,
        64,
        port(matcher.group(7)));
  }

  private static int port(String digits) {
    return digits == null ? 0 : PortRange.parse(digits).first();
  }

  private static long flags(String letters) {
    if (letters == null) {
      return TcpFlags.SYN;
    }
    long flags = 0;
    for (char letter : letters.trim().toCharArray()) {
      flags |= 1L << "FSRP.UEW".indexOf(letter);
    }
    return flags;
  }

  /** The headers of a state, read field by field. */
  public static Headers of(ToLongFunction<Field> state) {
    return new Headers(
        new Protocol((int) state.applyAsLong(Fields.PROTO)),
        Address.ipv4(state.applyAsLong(Fields.SRC)),
        (int) state.applyAsLong(Fields.SPORT),
        Address.ipv4(state.applyAsLong(Fields.DST)),
        (int) state.applyAsLong(Fields.DPORT),
        state.applyAsLong(Fields.TCP_FLAGS),
        (int) state.applyAsLong(Fields.ICMP_TYPE),
        (int) state.applyAsLong(Fields.ICMP_CODE),
        (int) state.applyAsLong(Fields.TTL),
        (int) state.applyAsLong(Fields.LENGTH));
  }

  /** The fields of a state that hold these headers. */
  public Map<Field, Long> fields() {
    Map<Field, Long> fields = new LinkedHashMap<>();
    fields.put(Fields.DST, dst.low());
    fields.put(Fields.SRC, src.low());
    fields.put(Fields.PROTO, (long) protocol.number());
    fields.put(Fields.DPORT, (long) dport);
    fields.put(Fields.SPORT, (long) sport);
    fields.put(Fields.TCP_FLAGS, flags);
    fields.put(Fields.ICMP_TYPE, (long) type);
    fields.put(Fields.ICMP_CODE, (long) code);
    fields.put(Fields.TTL, (long) ttl);
    if (length != 0) {
      fields.put(Fields.LENGTH, (long) length);
    }
    return fields;
  }

  /** A filter of tcpdump that shows this packet and its answers on any wire without NAT. */
  public String tcpdumpFilter() {
    String hosts = protocol + " and host " + src + " and host " + dst;
    return protocol.hasPorts() ? hosts + " and port " + sport + " and port " + dport : hosts;
  }

  private String what() {
    if (protocol.equals(Protocol.TCP)) {
      return " " + TcpFlags.letters(flags);
    }
    if (!protocol.equals(Protocol.ICMP)) {
      return "";
    }
    return type == ECHO_REQUEST
        ? " echo request id " + sport
        : type == 0 ? " echo reply id " + dport : " type " + type + "/" + code;
  }

  @Override
  public String toString() {
    String from = src + (protocol.hasPorts() ? ":" + sport : "");
    String to = dst + (protocol.hasPorts() ? ":" + dport : "");
    return protocol + " " + from + " > " + to + what() + (length == 0 ? "" : " length " + length);
  }

  /** What differs from an earlier form of the packet: {@code dst 202.141.160.110 → 10.8.10.2}. */
  public Optional<String> changedFrom(Headers before) {
    StringBuilder text = new StringBuilder();
    change(text, "src", before.src, src);
    change(text, "sport", before.sport, sport);
    change(text, "dst", before.dst, dst);
    change(text, "dport", before.dport, dport);
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private static void change(StringBuilder text, String name, Object before, Object after) {
    if (!before.equals(after)) {
      text.append(text.isEmpty() ? "" : ", ").append(name).append(' ');
      text.append(before).append(" → ").append(after);
    }
  }
}
