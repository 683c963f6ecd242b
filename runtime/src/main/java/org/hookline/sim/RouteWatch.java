package org.hookline.sim;

import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.ir.Why;
import org.hookline.model.route.Route;
import org.hookline.packet.Fields;
import org.hookline.path.Paths;

/** Keeps what the first lookup of a question found, and what became of the packet. */
final class RouteWatch implements Recorder {
  private static final int LAST_OF_WAYS = 3;
  private static final String TABLE = "table ";

  private final String host;
  private boolean asked;
  private boolean passed;
  private String table = "";
  private String entry = "";
  private String fate = "";
  private long type;
  private long dev;
  private long gateway;
  private boolean via;
  private long oif;
  private long nexthop;
  private long source;

  RouteWatch(String host) {
    this.host = host;
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    if (label.equals(host + "/query/done")) {
      passed = true;
      oif = after.get(Fields.OIF);
      nexthop = after.get(Fields.NEXTHOP);
      source = after.get(Fields.SRC);
    }
    passed |= label.equals(host + "/input") || label.equals(host + "/forward");
    if (asked) {
      return;
    }
    String tables = host + "/fib/table/";
    if (label.startsWith(tables)) {
      branch.flatMap(Branch::why).filter(w -> w.stage().startsWith(TABLE)).ifPresent(this::entry);
    }
    if (label.equals(host + "/route/found") || label.matches(".*/query/(open|bound)/found")) {
      asked = true;
      type = before.get(Fields.ROUTE_TYPE);
      dev = before.get(Fields.ROUTE_DEV);
      gateway = before.get(Fields.ROUTE_GATEWAY);
      via = before.get(Fields.ROUTE_VIA) != 0;
    }
  }

  private void entry(Why why) {
    table = why.stage().substring(TABLE.length());
    entry = why.text();
  }

  @Override
  public void ends(Moment moment, Fate end, Values values) {
    fate = end.errno().orElse(fate);
  }

  /** Whether the rules were asked at all. */
  boolean asked() {
    return asked;
  }

  /** Whether they had a way, and no error. */
  boolean found() {
    return type > 0 && type <= LAST_OF_WAYS;
  }

  /** Whether the packet went on. */
  boolean passed() {
    return passed;
  }

  /** The sender's errno; empty when there is none. */
  String fate() {
    return fate;
  }

  String table() {
    return table;
  }

  /** The entry that was found. */
  Optional<Route> route(Paths paths) {
    return paths.network().host(host).flatMap(h -> h.table(table)).stream()
        .flatMap(t -> t.routes().stream())
        .filter(r -> found() && r.text().equals(entry))
        .findFirst();
  }

  long type() {
    return type;
  }

  long dev() {
    return dev;
  }

  /** Whether the next hop is a gateway, which may be the destination itself. */
  boolean via() {
    return via;
  }

  long gateway() {
    return gateway;
  }

  /** Where a packet of the host leaves. */
  long oif() {
    return oif;
  }

  long nexthop() {
    return nexthop;
  }

  long source() {
    return source;
  }
}
