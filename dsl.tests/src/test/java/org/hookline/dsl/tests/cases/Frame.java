package org.hookline.dsl.tests.cases;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Headers;

/**
 * A packet that comes in somewhere, from nobody: {@code HOST.IFACE PACKET [TYPE/CODE] [ttl N]
 * [quoting PACKET]}, where a packet of TCP may have {@code none} of the flags.
 *
 * @param quoted the packet that an ICMP error is about
 */
record Frame(Port port, Headers packet, Optional<Headers> quoted) {
  private static final Pattern FRAME =
      Pattern.compile(
          "(\\S+)\\.(\\S+) (.+?)( none)?(?: (\\d+)/(\\d+))?(?: ttl (\\d+))?(?: quoting (.+))?");

  static Frame parse(String text) {
    Matcher frame = FRAME.matcher(text);
    if (!frame.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no frame: HOST.IFACE PACKET");
    }
    Headers plain = Headers.parse(frame.group(3));
    boolean typed = frame.group(5) != null;
    Headers packet =
        new Headers(
            plain.protocol(),
            plain.src(),
            plain.sport(),
            plain.dst(),
            plain.dport(),
            frame.group(4) == null ? plain.flags() : 0,
            typed ? Integer.parseInt(frame.group(5)) : plain.type(),
            typed ? Integer.parseInt(frame.group(6)) : plain.code(),
            frame.group(7) == null ? plain.ttl() : Integer.parseInt(frame.group(7)),
            plain.length());
    return new Frame(
        new Port(frame.group(1), frame.group(2)),
        packet,
        Optional.ofNullable(frame.group(8)).map(Headers::parse));
  }

  Map<Field, Long> fields() {
    Map<Field, Long> fields = packet.fields();
    quoted.ifPresent(
        inner -> {
          fields.put(Fields.INNER_SRC, inner.src().low());
          fields.put(Fields.INNER_DST, inner.dst().low());
          fields.put(Fields.INNER_PROTO, (long) inner.protocol().number());
          fields.put(Fields.INNER_SPORT, (long) inner.sport());
          fields.put(Fields.INNER_DPORT, (long) inner.dport());
        });
    return fields;
  }
}
