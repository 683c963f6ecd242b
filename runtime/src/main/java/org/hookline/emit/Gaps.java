package org.hookline.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.source.Origin;

/** What a script leaves to others; nothing of a host is left out without a word. */
final class Gaps {
  private Gaps() {}

  static List<Gap> of(Host host) {
    List<Gap> gaps = new ArrayList<>();
    host.interfaces().forEach(iface -> iface(iface, gaps));
    host.packetTables().stream()
        .flatMap(t -> t.chains().stream())
        .flatMap(c -> c.rules().stream())
        .forEach(rule -> rule(rule, gaps));
    host.listeners().forEach(listener -> gaps.add(listener(listener)));
    Set<Origin> loaded = new HashSet<>();
    for (UnplayedTable table : host.unplayedTables()) {
      for (UnplayedTable.UnplayedChain chain : table.chains()) {
        loaded.add(chain.origin());
        chain.rules().forEach(rule -> loaded.add(rule.origin()));
      }
    }
    host.unmodelled().stream()
        .filter(u -> !u.implied() && !loaded.contains(u.origin()))
        .forEach(u -> gaps.add(new Gap(u.what() + ": not modelled, " + u.why(), u.origin())));
    return gaps;
  }

  private static void iface(Interface iface, List<Gap> gaps) {
    if (!iface.settings().is(LinkFlag.CARRIER)) {
      gaps.add(new Gap("the link " + iface.name() + " is to have no carrier", iface.origin()));
    }
    iface
        .kind()
        .unmodelled()
        .filter(type -> iface.kind().linkAdd().isEmpty())
        .ifPresent(
            type ->
                gaps.add(
                    new Gap(
                        "the link " + iface.name() + " (" + type + ") has to be there already",
                        iface.origin())));
  }

  private static void rule(Rule rule, List<Gap> gaps) {
    boolean dead = Stream.of(Family.values()).allMatch(family -> rule.iptables(family).isEmpty());
    if (dead) {
      gaps.add(new Gap("a rule that matches no packet: " + rule.nft(), rule.origin()));
    }
  }

  private static Gap listener(Listener listener) {
    String ports =
        listener.ports().stream().map(PortRange::toString).collect(Collectors.joining(", "));
    return new Gap(
        "a program that listens on "
            + listener.protocol()
            + listener.address().map(a -> " " + a).orElse("")
            + (ports.isEmpty() ? "" : " " + ports),
        listener.origin());
  }
}
