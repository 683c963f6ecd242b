package org.hookline.emit.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;

/**
 * The links of a host, each above what it lies on. A link of the right name is used as it is, so
 * that in a namespace a veth can take the place of a network card or a VLAN.
 */
public final class Links {
  private final List<Interface> ordered = new ArrayList<>();

  private Links() {}

  public static Links of(Host host) {
    Links links = new Links();
    Set<String> placed = new HashSet<>();
    host.interfaces().forEach(iface -> links.place(host, iface, placed));
    return links;
  }

  private void place(Host host, Interface iface, Set<String> placed) {
    if (placed.add(iface.name())) {
      iface.kind().lower().flatMap(host::iface).ifPresent(below -> place(host, below, placed));
      ordered.add(iface);
    }
  }

  /** Links that no command makes; {@code lo} is always there. */
  public List<LinkCall> needed() {
    return ordered.stream()
        .filter(i -> i.kind().linkAdd().isEmpty() && !i.name().equals("lo"))
        .map(i -> LinkCall.of(LinkFunction.NEED_LINK, i.origin(), i.name()))
        .toList();
  }

  /** Makes the others; of a pair, only one. */
  public List<LinkCall> made() {
    List<LinkCall> calls = new ArrayList<>();
    Set<String> made = new HashSet<>();
    for (Interface iface : ordered) {
      List<String> options = iface.kind().linkAdd();
      if (!options.isEmpty() && made.add(iface.name())) {
        List<String> arguments = new ArrayList<>(List.of(iface.name()));
        arguments.addAll(options);
        calls.add(new LinkCall(LinkFunction.MAKE_LINK, arguments, iface.origin()));
        iface.kind().otherEnd().ifPresent(made::add);
      }
    }
    return calls;
  }

  /** Ports, hardware addresses, MTUs, up or down. */
  public List<LinkCall> shaped() {
    List<LinkCall> calls = new ArrayList<>();
    ordered.forEach(iface -> ports(iface, calls));
    ordered.forEach(iface -> shape(iface, calls));
    return calls;
  }

  private static void ports(Interface bridge, List<LinkCall> calls) {
    for (String port : bridge.kind().ports()) {
      calls.add(LinkCall.of(LinkFunction.PORT_OF, bridge.origin(), bridge.name(), port));
    }
  }

  private static void shape(Interface iface, List<LinkCall> calls) {
    String name = iface.name();
    iface
        .mac()
        .ifPresent(
            mac -> calls.add(LinkCall.of(LinkFunction.MAC, iface.origin(), name, mac.toString())));
    if (iface.mtu() > 0) {
      calls.add(LinkCall.of(LinkFunction.MTU, iface.origin(), name, String.valueOf(iface.mtu())));
    }
    LinkFunction state = iface.up() ? LinkFunction.UP : LinkFunction.DOWN;
    calls.add(LinkCall.of(state, iface.origin(), name));
  }

  /** A link that lies on itself, over however many others. */
  public static Optional<Interface> cycle(Host host) {
    for (Interface start : host.interfaces()) {
      Set<String> passed = new HashSet<>();
      Optional<Interface> next = Optional.of(start);
      while (next.isPresent() && passed.add(next.get().name())) {
        next = next.get().kind().lower().flatMap(host::iface);
      }
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }
}
