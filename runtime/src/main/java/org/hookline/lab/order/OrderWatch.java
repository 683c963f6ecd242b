package org.hookline.lab.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.model.rule.Hook;
import org.hookline.packet.Headers;
import org.hookline.path.Redirection;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/** Writes down in which order packets meet hooks, rules and policies, host by host. */
public final class OrderWatch implements Recorder {
  private static final String EMPTY = "/empty/";
  private static final int REDIRECT = 5;

  private final Map<String, List<Passage>> passages = new LinkedHashMap<>();
  private final Map<String, Integer> packets = new LinkedHashMap<>();

  /** Behind which passage redirects belong that have not been sent yet, host by host. */
  private final Map<String, Queue<Passage>> turned = new LinkedHashMap<>();

  private Optional<String> open = Optional.empty();
  private int here = 0;
  private boolean redirect = false;

  @Override
  public void starts(Moment moment, Values state) {
    open = Optional.empty();
    redirect = headers(state).protocol().equals(Protocol.ICMP) && headers(state).type() == REDIRECT;
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    String host = label.substring(0, label.indexOf('/'));
    inFrontOfTheRules(before);
    hook(label.substring(host.length() + 1)).ifPresent(hook -> enters(host, hook, before));
    place(label, branch).ifPresent(place -> of(host).get(here).places().add(place));
    if (branch.flatMap(Branch::why).filter(Redirection::tells).isPresent()) {
      turned.computeIfAbsent(host, h -> new ArrayDeque<>()).add(of(host).get(here));
    }
  }

  /** The box of forwarding begins with the packet's time to live, and only then calls the hook. */
  private void inFrontOfTheRules(Values state) {
    waiting()
        .ifPresent(
            own -> {
              Passage passage = own.get(here);
              Headers now = headers(state);
              own.set(here, new Passage(passage.packet(), passage.hook(), now, passage.places()));
            });
  }

  /** The passages at a host where the last one has met no rules for forwarding yet. */
  private Optional<List<Passage>> waiting() {
    return open.map(this::of)
        .filter(own -> own.get(here).hook() == Hook.FORWARD && own.get(here).places().isEmpty());
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
    boolean next = open.filter(host::equals).isPresent();
    here = redirect && next ? here + 1 : due(host);
    of(host).add(here, new Passage(packet, hook, headers(state), new ArrayList<>()));
    open = Optional.of(host);
  }

  /**
   * A redirect is sent before the packet that it is about meets anything else.
   *
   * <p>kernel: net/ipv4/ip_forward.c ip_forward(), ip_rt_send_redirect()
   */
  private int due(String host) {
    List<Passage> own = of(host);
    Queue<Passage> packets = turned.getOrDefault(host, new ArrayDeque<>());
    if (!redirect || packets.isEmpty()) {
      return own.size();
    }
    int about = packets.poll().packet();
    int due = own.size();
    while (own.get(due - 1).packet() != about) {
      due--;
    }
    return due;
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

  /**
   * A packet whose time is over ends in front of the rules for forwarding.
   *
   * <p>kernel: net/ipv4/ip_forward.c ip_forward()
   */
  @Override
  public void ends(Moment moment, Fate fate, Values state) {
    waiting().ifPresent(own -> own.remove(here));
  }

  /** What packets met at one host, in order of the packets. */
  public List<Passage> at(String host) {
    return passages.getOrDefault(host, List.of()).stream()
        .map(p -> new Passage(p.packet(), p.hook(), p.arrived(), List.copyOf(p.places())))
        .toList();
  }
}
