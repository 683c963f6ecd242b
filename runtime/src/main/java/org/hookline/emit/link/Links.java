package org.hookline.emit.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;

/**
 * The links of a host, each behind what it lies on. A link of the right name is used as it is, so
 * that in a namespace a veth can take the place of a network card or a VLAN.
 *
 * @param needed names of links that no command makes
 * @param lines {@code link add NAME …} for the others, then {@code link set dev NAME …}
 */
public record Links(List<String> needed, List<Line> lines) {

  /** Needs a host without a {@link #cycle}. */
  public static Links of(Host host) {
    List<Interface> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    host.interfaces().forEach(iface -> place(host, iface, placed, ordered));
    List<Line> lines = new ArrayList<>(made(ordered));
    ordered.forEach(iface -> ports(iface, lines));
    ordered.forEach(iface -> shape(iface, lines));
    return new Links(needed(ordered), List.copyOf(lines));
  }

  private static void place(
      Host host, Interface iface, Set<String> placed, List<Interface> ordered) {
    if (placed.add(iface.name())) {
      iface
          .kind()
          .lower()
          .flatMap(host::iface)
          .ifPresent(below -> place(host, below, placed, ordered));
      ordered.add(iface);
    }
  }

  /** {@code lo} is always there. */
  private static List<String> needed(List<Interface> ordered) {
    return ordered.stream()
        .filter(i -> i.kind().linkAdd().isEmpty())
        .map(Interface::name)
        .filter(name -> !name.equals("lo"))
        .toList();
  }

  /** Of a pair, one end makes both. */
  private static List<Line> made(List<Interface> ordered) {
    List<Line> lines = new ArrayList<>();
    Set<String> made = new HashSet<>();
    for (Interface iface : ordered) {
      List<String> options = iface.kind().linkAdd();
      if (!options.isEmpty() && made.add(iface.name())) {
        iface.kind().otherEnd().ifPresent(made::add);
        String text = iface.kind().adding(iface.name()) + " " + String.join(" ", options);
        lines.add(new Line(text, iface.origin()));
      }
    }
    return lines;
  }

  private static void ports(Interface bridge, List<Line> lines) {
    for (String port : bridge.kind().ports()) {
      lines.add(new Line("link set dev " + port + " master " + bridge.name(), bridge.origin()));
    }
  }

  private static void shape(Interface iface, List<Line> lines) {
    String set = "link set dev " + iface.name() + " ";
    iface.mac().ifPresent(mac -> lines.add(new Line(set + "address " + mac, iface.origin())));
    if (iface.mtu() > 0) {
      lines.add(new Line(set + "mtu " + iface.mtu(), iface.origin()));
    }
    iface.settings().commands().forEach(words -> lines.add(new Line(set + words, iface.origin())));
    lines.add(new Line(set + (iface.up() ? "up" : "down"), iface.origin()));
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
