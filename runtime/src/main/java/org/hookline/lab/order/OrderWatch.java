package org.hookline.lab.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.model.rule.Hook;
import org.hookline.packet.Headers;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/** Writes down in which order packets meet hooks, rules and policies, host by host. */
public final class OrderWatch implements Recorder {
  private static final String EMPTY = "/empty/";

  /** Where a packet is: its last passage at a host. */
  private record Here(String host, int passage) {}

  /** Null stands where a packet has met no rules after all. */
  private final Map<String, List<Passage>> passages = new LinkedHashMap<>();

  private final Map<String, Integer> packets = new HashMap<>();
  private final Map<Integer, Here> open = new HashMap<>();

  @Override
  public void starts(Moment moment, Values state) {
    open.remove(moment.packet());
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    int packet = taken.place().moment().packet();
    String label = step.label().name();
    String host = label.substring(0, label.indexOf('/'));
    inFrontOfTheRules(packet, before);
    hook(label.substring(host.length() + 1)).ifPresent(hook -> enters(packet, host, hook, before));
    place(label, branch).ifPresent(place -> at(open.get(packet)).places().add(place));
  }

  private Passage at(Here here) {
    return passages.get(here.host()).get(here.passage());
  }

  /** The box of forwarding begins with the packet's time to live, and only then calls the hook. */
  private void inFrontOfTheRules(int packet, Values state) {
    Here here = open.get(packet);
    if (waits(here)) {
      Passage passage = at(here);
      passages
          .get(here.host())
          .set(
              here.passage(),
              new Passage(passage.packet(), passage.hook(), headers(state), passage.places()));
    }
  }

  /** Whether the last passage has met no rules for forwarding yet. */
  private boolean waits(Here here) {
    return here != null && at(here).hook() == Hook.FORWARD && at(here).places().isEmpty();
  }

  /** The hook whose box a step opens. */
  private static Optional<Hook> hook(String box) {
    return Stream.of(Hook.values())
        .filter(hook -> hook.name().toLowerCase(Locale.ROOT).equals(box))
        .findFirst();
  }

  /** A chain without rules has nothing to tell, but its policy is asked. */
  private static Optional<String> place(String label, Optional<Branch> branch) {
    int empty = label.indexOf(EMPTY);
    return empty < 0
        ? branch.flatMap(Branch::why).flatMap(why -> why.rule())
        : Optional.of(label.substring(empty + EMPTY.length()) + "/policy");
  }

  private void enters(int packet, String host, Hook hook, Values state) {
    List<Passage> own = passages.computeIfAbsent(host, h -> new ArrayList<>());
    Here here = open.get(packet);
    int number =
        Passage.opens(hook) || here == null || !here.host().equals(host)
            ? packets.merge(host, Passage.opens(hook) ? 1 : 0, Integer::sum)
            : at(here).packet();
    own.add(new Passage(number, hook, headers(state), new ArrayList<>()));
    open.put(packet, new Here(host, own.size() - 1));
  }

  /** Without the length, which the kernel's trace does not tell. */
  private static Headers headers(Values state) {
    Headers all = Headers.of(state::get);
    return new Headers(
        all.protocol(),
        all.src(),
        all.sport(),
        all.dst(),
        all.dport(),
        all.flags(),
        all.type(),
        all.code(),
        all.ttl(),
        0);
  }

  /**
   * A packet whose time is over ends in front of the rules for forwarding.
   *
   * <p>kernel: net/ipv4/ip_forward.c ip_forward()
   */
  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    Here here = open.get(moment.packet());
    if (waits(here)) {
      passages.get(here.host()).set(here.passage(), null);
    }
  }

  /** What packets met at one host, packet by packet. */
  public List<Passage> at(String host) {
    return passages.getOrDefault(host, List.of()).stream()
        .filter(Objects::nonNull)
        .map(p -> new Passage(p.packet(), p.hook(), p.arrived(), List.copyOf(p.places())))
        .sorted(Comparator.comparing(Passage::packet))
        .toList();
  }
}
