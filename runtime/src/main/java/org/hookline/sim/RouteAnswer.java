package org.hookline.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.ir.Label;
import org.hookline.model.Port;
import org.hookline.model.route.Route;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.Paths;

/**
 * What {@code ip route get} prints.
 *
 * @param text iproute2's first line, or the kernel's error as iproute2 prints it
 * @param found whether there is a way
 */
public record RouteAnswer(String text, boolean found) {
  private static final int UNICAST = 1;
  private static final int LOCAL = 2;
  private static final int BROADCAST = 3;

  static RouteAnswer of(Paths paths, RouteQuestion question, Oracle oracle) {
    RouteWatch watch = new RouteWatch(question.host());
    Map<Field, Long> packet = packet(paths, question);
    Optional<Label> start = paths.lookupAt(question.host());
    if (question.iif().isPresent()) {
      packet.put(Fields.IIF, number(paths, question, question.iif().get()));
      packet.put(Fields.TTL, 64L);
      start = paths.graph().label(question.host() + "/route");
    }
    Label label = start.orElseThrow(() -> new IllegalArgumentException("no such host"));
    new Simulator(paths.graph(), oracle, watch).run(label, packet, new Tables());
    return question.iif().isPresent()
        ? arriving(paths, question, watch)
        : local(paths, question, watch);
  }

  private static Map<Field, Long> packet(Paths paths, RouteQuestion question) {
    RouteQuestion.Traffic traffic = question.traffic();
    Map<Field, Long> packet = new LinkedHashMap<>();
    packet.put(Fields.DST, question.dst().low());
    packet.put(Fields.SRC, question.from().map(Address::low).orElse(0L));
    packet.put(Fields.MARK, question.mark());
    packet.put(Fields.TOS, (long) traffic.tos());
    packet.put(Fields.PROTO, (long) traffic.protocol().orElse(Protocol.UDP).number());
    packet.put(Fields.SPORT, (long) traffic.sport().orElse(0));
    packet.put(Fields.DPORT, (long) traffic.dport().orElse(0));
    packet.put(Fields.KEY_UID, question.iif().isPresent() ? 0 : traffic.uid().orElse(0));
    question.oif().ifPresent(o -> packet.put(Fields.BOUND_DEV, number(paths, question, o)));
    return packet;
  }

  private static long number(Paths paths, RouteQuestion question, String iface) {
    return paths.numbers().port(new Port(question.host(), iface));
  }

  private static RouteAnswer local(Paths paths, RouteQuestion question, RouteWatch seen) {
    if (!seen.passed()) {
      return error(strerror(seen.fate()));
    }
    boolean everywhere = question.dst().low() == 0xffffffffL;
    int type = everywhere ? BROADCAST : seen.found() ? (int) seen.type() : UNICAST;
    Text text = new Text(paths, question, seen.route(paths), type);
    if (type == UNICAST) {
      text.via(seen, seen.nexthop());
    }
    text.add(" dev ", paths.numbers().port(seen.oif()).orElseThrow().iface());
    if (seen.found()) {
      text.table(seen.table());
    }
    if (question.from().isEmpty() && seen.source() != 0) {
      text.add(" src ", Address.ipv4(seen.source()));
    }
    text.mark();
    text.add(" uid ", question.traffic().uid().orElse(0));
    return new RouteAnswer(text.toString(), true);
  }

  private static RouteAnswer arriving(Paths paths, RouteQuestion question, RouteWatch seen) {
    boolean forwards = paths.forwardsAt(question.host(), question.iif().orElseThrow());
    if (!seen.asked() && !seen.passed()) {
      return error("Invalid argument");
    }
    if (seen.asked() && !seen.found()) {
      return error(forwards ? errno(seen.type()) : "No route to host");
    }
    if (!seen.passed()) {
      boolean stopped = seen.type() == UNICAST && !forwards;
      return error(stopped ? "No route to host" : "Invalid argument");
    }
    int type = seen.asked() ? (int) seen.type() : BROADCAST;
    Text text = new Text(paths, question, seen.route(paths), type);
    if (type == UNICAST) {
      text.via(seen, seen.gateway());
    }
    boolean here = type != UNICAST;
    text.add(" dev ", here ? "lo" : paths.numbers().port(seen.dev()).orElseThrow().iface());
    if (seen.asked()) {
      text.table(seen.table());
    }
    text.mark();
    question.traffic().uid().ifPresent(uid -> text.add(" uid ", uid));
    return new RouteAnswer(text.toString(), true);
  }

  /** The line while it is being written. */
  private static final class Text {
    private final Paths paths;
    private final RouteQuestion question;
    private final Optional<Route> route;
    private final StringBuilder text = new StringBuilder();

    Text(Paths paths, RouteQuestion question, Optional<Route> route, int type) {
      this.paths = paths;
      this.question = question;
      this.route = route;
      text.append(type == LOCAL ? "local " : type == BROADCAST ? "broadcast " : "");
      text.append(question.dst());
      question.from().ifPresent(f -> add(" from ", f));
      tos();
    }

    void add(String word, Object value) {
      text.append(word).append(value);
    }

    /** The entry's, not the packet's (kernel: net/ipv4/route.c rt_fill_info()). */
    private void tos() {
      route
          .filter(r -> r.tos() != 0)
          .ifPresent(r -> add(" tos ", String.format("0x%02x", r.tos())));
    }

    /** A gateway is said even if it is the destination itself. */
    void via(RouteWatch seen, long nexthop) {
      if (seen.found() && seen.via()) {
        add(" via ", Address.ipv4(nexthop));
      }
    }

    void table(String table) {
      paths.tableNumber(question.host(), table).ifPresent(t -> add(" table ", t));
    }

    /** iproute2 prints small marks in decimal. */
    void mark() {
      long mark = question.mark();
      if (mark != 0) {
        add(" mark ", mark >= 16 ? "0x" + Long.toHexString(mark) : "" + mark);
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** kernel: net/ipv4/route.c ip_error()'s codes, as strerror() says them. */
  private static String errno(long type) {
    return switch ((int) type) {
      case 6 -> "Invalid argument";
      case 7 -> "No route to host";
      case 8 -> "Permission denied";
      default -> "Network is unreachable";
    };
  }

  private static String strerror(String errno) {
    return switch (errno) {
      case "EINVAL" -> "Invalid argument";
      case "EHOSTUNREACH" -> "No route to host";
      case "EACCES" -> "Permission denied";
      default -> "Network is unreachable";
    };
  }

  private static RouteAnswer error(String text) {
    return new RouteAnswer("RTNETLINK answers: " + text, false);
  }
}
