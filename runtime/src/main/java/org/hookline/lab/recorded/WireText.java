package org.hookline.lab.recorded;

import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.sim.Values;

/**
 * A packet in the words of recordings: {@code tcp 10.0.0.1:4000 10.0.0.2:80 S 64}, {@code icmp
 * 10.0.0.2 10.0.0.1 3/3 64 udp 10.0.0.1:4000 10.0.0.2:9}.
 */
record WireText(String protocol, String src, String dst, String info, int ttl, String quoted) {
  private static final int ECHO_REPLY = 0;
  private static final int ECHO_REQUEST = 8;

  static WireText of(Values state) {
    Protocol protocol = new Protocol((int) state.get(Fields.PROTO));
    boolean error = protocol.equals(Protocol.ICMP) && isError((int) state.get(Fields.ICMP_TYPE));
    return new WireText(
        name(protocol),
        end(protocol, state.get(Fields.SRC), state.get(Fields.SPORT)),
        end(protocol, state.get(Fields.DST), state.get(Fields.DPORT)),
        info(protocol, state),
        (int) state.get(Fields.TTL),
        error ? quoted(state) : "");
  }

  private static boolean isError(int type) {
    return (type >= 3 && type <= 5) || type == 11 || type == 12;
  }

  static String name(Protocol protocol) {
    String name = protocol.toString();
    return name.matches("[0-9]+") ? "p" + name : name;
  }

  private static String end(Protocol protocol, long address, long port) {
    return Address.ipv4(address) + (protocol.hasPorts() ? ":" + port : "");
  }

  private static String info(Protocol protocol, Values state) {
    if (protocol.equals(Protocol.TCP)) {
      return letters(state.get(Fields.TCP_FLAGS));
    }
    if (!protocol.equals(Protocol.ICMP)) {
      return "-";
    }
    int type = (int) state.get(Fields.ICMP_TYPE);
    String text = type + "/" + state.get(Fields.ICMP_CODE);
    return switch (type) {
      case ECHO_REQUEST -> text + ":" + state.get(Fields.SPORT);
      case ECHO_REPLY -> text + ":" + state.get(Fields.DPORT);
      default -> text;
    };
  }

  /** Whether it is an ICMP redirect. */
  boolean redirects() {
    return protocol.equals("icmp") && info.startsWith("5/");
  }

  private static String letters(long flags) {
    StringBuilder text = new StringBuilder();
    text.append((flags & TcpFlags.SYN) != 0 ? "S" : "");
    text.append((flags & TcpFlags.FIN) != 0 ? "F" : "");
    text.append((flags & TcpFlags.RST) != 0 ? "R" : "");
    text.append((flags & TcpFlags.ACK) != 0 ? "A" : "");
    return text.toString();
  }

  private static String quoted(Values state) {
    Protocol protocol = new Protocol((int) state.get(Fields.INNER_PROTO));
    return name(protocol)
        + " "
        + end(protocol, state.get(Fields.INNER_SRC), state.get(Fields.INNER_SPORT))
        + " "
        + end(protocol, state.get(Fields.INNER_DST), state.get(Fields.INNER_DPORT))
        + (protocol.equals(Protocol.ICMP) ? " " + quotedIcmp(state) : "");
  }

  private static String quotedIcmp(Values state) {
    int type = (int) state.get(Fields.INNER_TYPE);
    String text = type + "/" + state.get(Fields.INNER_CODE);
    return switch (type) {
      case ECHO_REQUEST -> text + ":" + state.get(Fields.INNER_SPORT);
      case ECHO_REPLY -> text + ":" + state.get(Fields.INNER_DPORT);
      default -> text;
    };
  }

  @Override
  public String toString() {
    String text = protocol + " " + src + " " + dst + " " + info + " " + ttl;
    return quoted.isEmpty() ? text : text + " " + quoted;
  }
}
