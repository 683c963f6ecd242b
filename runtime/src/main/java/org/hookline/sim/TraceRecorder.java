package org.hookline.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hookline.ir.Branch;
import org.hookline.ir.CallStack;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.ir.Why;
import org.hookline.model.Port;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;
import org.hookline.packet.Headers;
import org.hookline.path.ArpRequest;
import org.hookline.path.Boxes;
import org.hookline.path.Numbering;
import org.hookline.path.SourceCheck;
import org.hookline.source.Origin;
import org.hookline.trace.Box;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TraceStep;

/** Builds a {@link Trace} while a flow is played. */
public final class TraceRecorder implements Recorder {
  private final Numbering numbers;
  private final SortedMap<Integer, Journey> journeys = new TreeMap<>();

  public TraceRecorder(Numbering numbers) {
    this.numbers = numbers;
  }

  /** A packet's way so far. */
  private final class Journey {
    private final Headers sent;
    private final List<Hop> hops = new ArrayList<>();
    private OpenHop open;
    private Fate fate;

    Journey(Headers sent) {
      this.sent = sent;
    }

    OpenHop at(Step step, int number, Values before, Values after) {
      if (open == null || open.number != number) {
        close();
        String label = step.label().name();
        String host = label.substring(0, label.indexOf('/'));
        long in = before.get(Fields.IIF) != 0 ? before.get(Fields.IIF) : after.get(Fields.IIF);
        Optional<String> iif = numbers.port(in).map(Port::iface);
        open = new OpenHop(host, number, iif, Headers.of(before::get));
      }
      return open;
    }

    void close() {
      if (open != null) {
        Optional<String> oif = numbers.port(open.oif).map(Port::iface);
        hops.add(
            new Hop(
                open.host,
                open.iif,
                open.arrived,
                List.copyOf(open.way),
                List.copyOf(open.steps),
                oif,
                open.last));
        open = null;
      }
    }
  }

  /** A passage that has not ended yet. */
  private static final class OpenHop {
    private final String host;
    private final int number;
    private final Optional<String> iif;
    private final Headers arrived;
    private final List<Box> way = new ArrayList<>();
    private final List<TraceStep> steps = new ArrayList<>();
    private final Set<Why> silences = new LinkedHashSet<>();
    private Optional<Why> asked = Optional.empty();
    private Optional<Why> back = Optional.empty();
    private long oif;
    private Headers last;

    OpenHop(String host, int number, Optional<String> iif, Headers arrived) {
      this.host = host;
      this.number = number;
      this.iif = iif;
      this.arrived = arrived;
      this.last = arrived;
    }

    void passes(Box box) {
      if (way.isEmpty() || way.get(way.size() - 1) != box) {
        way.add(box);
      }
    }

    void tell(Why why, List<String> changes) {
      steps.add(new TraceStep(way.get(way.size() - 1), why, changes));
    }
  }

  @Override
  public void starts(Moment moment, Values state) {
    journeys.put(moment.packet(), new Journey(Headers.of(state::get)));
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    Moment moment = taken.place().moment();
    OpenHop open = journeys.get(moment.packet()).at(step, moment.hop(), before, after);
    open.passes(Boxes.of(taken.place()));
    Headers now = Headers.of(after::get);
    if (inside(moment, ArpRequest::asks)) {
      branch.flatMap(Branch::why).filter(ArpRequest::tells).ifPresent(open.silences::add);
      return;
    }
    boolean backwards = inside(moment, SourceCheck::asks);
    why(step, branch, before, after).ifPresent(why -> tell(open, why, backwards, before, after));
    open.last = now;
    long oif = before.get(Fields.OIF);
    open.oif = oif != 0 ? oif : open.oif;
  }

  private static boolean inside(Moment moment, Predicate<Label> part) {
    for (CallStack calls = moment.calls(); calls.depth() > 0; calls = calls.pop()) {
      if (part.test(calls.back())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A policy rule is told when its table had an answer, not before. The way back to a source is
   * told only when the packet is dropped for it, and so is why nobody answers for a next hop.
   */
  private static void tell(OpenHop open, Why why, boolean backwards, Values before, Values after) {
    if (backwards) {
      if (why.stage().startsWith("table")) {
        open.back = Optional.of(new Why("way back", why.text(), why.origin()));
      }
      return;
    }
    if (why.stage().equals(ArpRequest.UNANSWERED)) {
      open.silences.forEach(silence -> open.tell(silence, List.of()));
    }
    if (why.stage().equals("rp_filter")) {
      open.back.ifPresent(way -> open.tell(way, List.of()));
    }
    if (why.stage().startsWith("ip rule")) {
      open.asked = Optional.of(why);
      if (after.get(Fields.ROUTE_TYPE) == 0) {
        return;
      }
    }
    if (why.stage().startsWith("table")) {
      open.asked.ifPresent(rule -> open.tell(rule, List.of()));
      open.asked = Optional.empty();
    }
    List<String> changes = new ArrayList<>();
    Headers.of(after::get).changedFrom(Headers.of(before::get)).ifPresent(changes::add);
    if (before.get(Fields.MARK) != after.get(Fields.MARK)) {
      changes.add("mark " + hex(before.get(Fields.MARK)) + " → " + hex(after.get(Fields.MARK)));
    }
    boolean rewrites = why.stage().equals("nat") && changes.isEmpty();
    if (!rewrites) {
      open.tell(why, changes);
    }
  }

  private static String hex(long mark) {
    return "0x" + Long.toHexString(mark);
  }

  private static Optional<Why> why(
      Step step, Optional<Branch> branch, Values before, Values after) {
    long seen = after.get(Fields.CT_STATE);
    boolean looked =
        branch.isEmpty()
            && before.get(Fields.CT_STATE) < CtState.NEW.value()
            && seen >= CtState.NEW.value();
    if (looked) {
      String direction = after.get(Fields.CT_REPLY) == 1 ? ", reply direction" : "";
      CtState state = CtState.values()[(int) seen];
      return Optional.of(new Why("conntrack", state + direction, Origin.NONE));
    }
    return branch.flatMap(Branch::why);
  }

  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    Journey journey = journeys.get(moment.packet());
    if (journey.open != null) {
      journey.open.last = Headers.of(state::get);
      journey.open.oif = 0;
    }
    journey.close();
    journey.fate = fate;
  }

  /** What happened, once all packets have ended: in the order in which they were sent. */
  public Trace trace() {
    List<PacketTrace> packets = new ArrayList<>();
    for (Journey journey : journeys.values()) {
      packets.add(
          new PacketTrace(packets.size(), journey.sent, List.copyOf(journey.hops), journey.fate));
    }
    return new Trace(packets);
  }
}
