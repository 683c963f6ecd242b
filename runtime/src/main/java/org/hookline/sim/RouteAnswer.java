package org.hookline.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Label;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.model.Port;
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

  static RouteAnswer of(Paths paths, RouteQuestion question) {
    return question.iif().isPresent()
        ? arriving(paths, question, question.iif().get())
        : local(paths, question);
  }

  private static RouteAnswer local(Paths paths, RouteQuestion question) {
    Watch watch = new Watch(question.host());
    Map<Field, Long> keys = new LinkedHashMap<>();
    keys.put(Fields.KEY_DST, question.dst().low());
    keys.put(Fields.KEY_SRC, question.from().map(Address::low).orElse(0L));
    keys.put(Fields.KEY_MARK, question.mark());
    keys.put(Fields.KEY_PROTO, (long) Protocol.UDP.number());
    keys.put(Fields.KEY_IIF, (long) paths.numbers().port(new Port(question.host(), "lo")));
    boolean own = question.from().isEmpty() || paths.ownsAt(question.host(), question.from().get());
    if (!own) {
      return error("Network is unreachable");
    }
    run(paths, paths.lookupAt(question.host()), keys, watch);
    return answer(paths, question, watch);
  }

  private static RouteAnswer arriving(Paths paths, RouteQuestion question, String iif) {
    Watch watch = new Watch(question.host());
    Map<Field, Long> packet = new LinkedHashMap<>();
    packet.put(Fields.DST, question.dst().low());
    packet.put(Fields.SRC, question.from().map(Address::low).orElse(0L));
    packet.put(Fields.MARK, question.mark());
    packet.put(Fields.PROTO, (long) Protocol.UDP.number());
    packet.put(Fields.IIF, (long) paths.numbers().port(new Port(question.host(), iif)));
    packet.put(Fields.TTL, 64L);
    run(paths, paths.graph().label(question.host() + "/route"), packet, watch);
    return answer(paths, question, watch);
  }

  private static void run(
      Paths paths, Optional<Label> start, Map<Field, Long> fields, Watch watch) {
    Label label = start.orElseThrow(() -> new IllegalArgumentException("no such host"));
    new Simulator(paths.graph(), new NaturalOracle(0), watch).run(label, fields, new Tables());
  }

  /** Keeps what the first lookup found, and whether the packet went on. */
  private static final class Watch implements Recorder {
    private final String host;
    private boolean asked;
    private boolean passed;
    private long type;
    private long dev;
    private long gateway;
    private long source;
    private String table = "";

    Watch(String host) {
      this.host = host;
    }

    @Override
    public void takes(
        Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
      String label = step.label().name();
      passed |= label.equals(host + "/input") || label.equals(host + "/forward");
      if (asked) {
        return;
      }
      String tables = host + "/fib/table/";
      if (label.startsWith(tables) && branch.isPresent() && after.get(Fields.ROUTE_TYPE) != 0) {
        table = label.substring(tables.length()).split("/")[0];
      }
      if (label.equals(host + "/route/found") || label.equals(host + "/query/found")) {
        asked = true;
        type = before.get(Fields.ROUTE_TYPE);
        dev = before.get(Fields.ROUTE_DEV);
        gateway = before.get(Fields.ROUTE_GATEWAY);
        source = before.get(Fields.ROUTE_SOURCE);
      }
    }
  }

  private static RouteAnswer answer(Paths paths, RouteQuestion question, Watch found) {
    boolean arrives = question.iif().isPresent();
    if (!found.asked) {
      return error("Invalid argument");
    }
    if (found.type < UNICAST || found.type > BROADCAST) {
      return error(errno(paths, question, found.type));
    }
    if (arrives && !found.passed) {
      boolean transit = found.type == UNICAST;
      boolean forwards = paths.forwardsAt(question.host(), question.iif().get());
      return error(transit && !forwards ? "No route to host" : "Invalid argument");
    }
    StringBuilder text = new StringBuilder();
    text.append(found.type == LOCAL ? "local " : found.type == BROADCAST ? "broadcast " : "");
    text.append(question.dst());
    question.from().ifPresent(f -> text.append(" from ").append(f));
    if (found.type == UNICAST && found.gateway != question.dst().low()) {
      text.append(" via ").append(Address.ipv4(found.gateway));
    }
    boolean loopback = found.type == LOCAL || (found.type == BROADCAST && arrives);
    String dev = loopback ? "lo" : paths.numbers().port(found.dev).orElseThrow().iface();
    text.append(" dev ").append(dev);
    paths
        .tableNumber(question.host(), found.table)
        .ifPresent(t -> text.append(" table ").append(t));
    if (!arrives && question.from().isEmpty()) {
      text.append(" src ").append(Address.ipv4(found.source));
    }
    if (question.mark() != 0) {
      text.append(" mark ").append(mark(question.mark()));
    }
    return new RouteAnswer(text + (arrives ? "" : " uid 0"), true);
  }

  /** iproute2 prints small marks in decimal. */
  private static String mark(long mark) {
    return mark >= 16 ? "0x" + Long.toHexString(mark) : "" + mark;
  }

  /** kernel: net/ipv4/route.c ip_error()'s codes, as strerror() says them. */
  private static String errno(Paths paths, RouteQuestion question, long type) {
    boolean stopped =
        question.iif().isPresent() && !paths.forwardsAt(question.host(), question.iif().get());
    return switch ((int) type) {
      case 6 -> stopped ? "No route to host" : "Invalid argument";
      case 7 -> "No route to host";
      case 8 -> stopped ? "No route to host" : "Permission denied";
      default -> stopped ? "No route to host" : "Network is unreachable";
    };
  }

  private static RouteAnswer error(String text) {
    return new RouteAnswer("RTNETLINK answers: " + text, false);
  }
}
