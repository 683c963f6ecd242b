package org.hookline.lab.recorded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Next;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.ir.Why;
import org.hookline.model.Host;
import org.hookline.model.Port;
import org.hookline.packet.Fields;
import org.hookline.path.Numbering;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/** Writes down what a recording shows: packets at one host's devices, counters, drops, receipts. */
final class HostWatch implements Recorder {

  /** A packet that ended, with what it was then. */
  record Ended(int packet, Fate fate, String hook, WireText headers, int phase) {}

  private final String host;
  private final Numbering numbers;
  private final RuleIndex rules;
  private final List<String> wire = new ArrayList<>();
  private final SortedMap<String, Long> hits = new TreeMap<>();
  private final List<Ended> ended = new ArrayList<>();
  private final Map<Integer, String> hooks = new HashMap<>();
  private long flowSource = 0;
  private boolean crossed = false;
  private String starter = "";

  HostWatch(Host host, Numbering numbers) {
    this.host = host.name();
    this.numbers = numbers;
    this.rules = RuleIndex.of(host);
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    int packet = taken.place().moment().packet();
    starter = starter.isEmpty() ? label.substring(0, label.indexOf('/')) : starter;
    if (packet == 0) {
      crossed |= taken.place().moment().hop() > 0;
      flowSource = after.get(Fields.FLOW_SRC);
    }
    Hooks.entered(label).ifPresent(hook -> hooks.put(packet, hook));
    if (!label.startsWith(host + "/")) {
      return;
    }
    String place = label.substring(host.length() + 1);
    rules.empty(place).ifPresent(this::hit);
    branch.flatMap(Branch::why).map(Why::origin).flatMap(rules::of).ifPresent(this::hit);
    long iif = before.get(Fields.IIF);
    String arrived = numbers.port(iif).map(Port::iface).orElse("lo");
    if (place.equals("ingress") && !arrived.equals("lo")) {
      wire.add("in " + arrived + " " + WireText.of(before));
    }
    // a copy of what goes to everybody comes back without a wire
    boolean crosses =
        before.get(Fields.TO_MANY) == 0
            && branch.map(b -> b.next() instanceof Next.Cross).orElse(false);
    if (crosses) {
      String left = numbers.port(before.get(Fields.DST_DEV)).map(Port::iface).orElse("lo");
      wire.add("out " + left + " " + WireText.of(before));
    }
  }

  private void hit(String rule) {
    hits.merge(rule, 1L, Long::sum);
  }

  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    int packet = moment.packet();
    int phase = (int) state.get(Fields.PHASE);
    String hook = hooks.getOrDefault(packet, "");
    ended.add(new Ended(packet, fate, hook, WireText.of(state), phase));
  }

  /** Whether the opening packet never left the host that sent it. */
  boolean sentByItself(String sender) {
    return !crossed && starter.equals(sender);
  }

  /** The address of the sender's socket. */
  long flowSource() {
    return flowSource;
  }

  List<String> wire() {
    return wire;
  }

  SortedMap<String, Long> hits() {
    return hits;
  }

  /** In the order in which they were sent. */
  List<Ended> ended() {
    return ended.stream().sorted(Comparator.comparing(Ended::packet)).toList();
  }
}
