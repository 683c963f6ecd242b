package org.hookline.lab.recorded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
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
import org.hookline.path.Redirection;
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
  private String hook = "";
  private long flowSource = 0;
  private boolean crossed = false;
  private String starter = "";

  /** Where on the wire redirects belong that have not been sent yet. */
  private final Queue<Integer> turned = new ArrayDeque<>();

  private Optional<Integer> redirect = Optional.empty();

  HostWatch(Host host, Numbering numbers) {
    this.host = host.name();
    this.numbers = numbers;
    this.rules = RuleIndex.of(host);
  }

  @Override
  public void starts(Moment moment, Values state) {
    hook = "";
    redirect = Optional.ofNullable(WireText.of(state).redirects() ? turned.poll() : null);
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    starter = starter.isEmpty() ? label.substring(0, label.indexOf('/')) : starter;
    if (taken.place().moment().packet() == 0) {
      crossed |= taken.place().moment().hop() > 0;
      flowSource = after.get(Fields.FLOW_SRC);
    }
    hook = Hooks.entered(label).orElse(hook);
    if (!label.startsWith(host + "/")) {
      return;
    }
    String place = label.substring(host.length() + 1);
    rules.empty(place).ifPresent(this::hit);
    branch.flatMap(Branch::why).map(Why::origin).flatMap(rules::of).ifPresent(this::hit);
    if (branch.flatMap(Branch::why).filter(Redirection::tells).isPresent()) {
      turned.add(wire.size());
    }
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
      WireText packet = WireText.of(before);
      boolean own = taken.place().moment().hop() == 0;
      wire.add(own ? due() : wire.size(), "out " + left + " " + packet);
    }
  }

  /**
   * A redirect leaves before the packet that it is about, which goes on.
   *
   * <p>kernel: net/ipv4/ip_forward.c ip_forward(), ip_rt_send_redirect()
   */
  private int due() {
    return redirect.orElse(wire.size());
  }

  private void hit(String rule) {
    hits.merge(rule, 1L, Long::sum);
  }

  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    int phase = (int) state.get(Fields.PHASE);
    ended.add(new Ended(moment.packet(), fate, hook, WireText.of(state), phase));
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

  List<Ended> ended() {
    return ended;
  }
}
