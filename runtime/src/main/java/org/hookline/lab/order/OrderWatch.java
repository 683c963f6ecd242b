package org.hookline.lab.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final Map<String, List<Passage>> passages = new LinkedHashMap<>();
  private final Map<String, Integer> packets = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();

  @Override
  public void starts(Moment moment, Values state) {
    open = Optional.empty();
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    String host = label.substring(0, label.indexOf('/'));
    inFrontOfTheRules(before);
    hook(label.substring(host.length() + 1)).ifPresent(hook -> enters(host, hook, before));
    place(label, branch).ifPresent(place -> meets(host, place));
  }

  /** The box of forwarding begins with the packet's time to live, and only then calls the hook. */
  private void inFrontOfTheRules(Values state) {
    waiting()
        .ifPresent(
            own -> {
              Passage passage = own.remove(own.size() - 1);
              Headers now = headers(state);
              own.add(new Passage(passage.packet(), passage.hook(), now, passage.places()));
            });
  }

  /** The passages at a host where the last one has met no rules for forwarding yet. */
  private Optional<List<Passage>> waiting() {
    return open.map(this::of)
        .filter(own -> last(own).hook() == Hook.FORWARD && last(own).places().isEmpty());
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

  private void enters(String host, Hook hook, Values state) {
    int packet = packets.merge(host, Passage.opens(hook) ? 1 : 0, Integer::sum);
    of(host).add(new Passage(packet, hook, headers(state), new ArrayList<>()));
    open = Optional.of(host);
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

  private List<Passage> of(String host) {
    return passages.computeIfAbsent(host, h -> new ArrayList<>());
  }

  private void meets(String host, String place) {
    List<Passage> own = of(host);
    own.get(own.size() - 1).places().add(place);
  }

  /**
   * A packet whose time is over ends in front of the rules for forwarding.
   *
   * <p>kernel: net/ipv4/ip_forward.c ip_forward()
   */
  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    waiting().ifPresent(own -> own.remove(own.size() - 1));
  }

  private static Passage last(List<Passage> own) {
    return own.get(own.size() - 1);
  }

  /** What packets met at one host, in order of the packets. */
  public List<Passage> at(String host) {
    return passages.getOrDefault(host, List.of()).stream()
        .map(p -> new Passage(p.packet(), p.hook(), p.arrived(), List.copyOf(p.places())))
        .toList();
  }
}
