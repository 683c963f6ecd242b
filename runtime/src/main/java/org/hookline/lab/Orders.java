package org.hookline.lab;

import java.util.List;
import java.util.Optional;
import org.hookline.emit.Backend;
import org.hookline.emit.Standing;
import org.hookline.lab.OrderReport.Astray;
import org.hookline.lab.OrderReport.Unseen;
import org.hookline.lab.order.OrderAt;
import org.hookline.lab.order.OrderWatch;
import org.hookline.lab.order.Parting;
import org.hookline.lab.order.Passage;
import org.hookline.lab.order.Sighting;
import org.hookline.model.Host;

/**
 * What a prediction says of the order of hooks, chains and rules.
 *
 * @param hosts whose packets may be traced; their scripts use iptables
 */
record Orders(List<Host> hosts, OrderWatch predicted) {

  /** Hosts that no packet was predicted at, nor seen at, have nothing to compare. */
  OrderReport beside(Observation observed, PortNames ports) {
    OrderReport all = OrderReport.NOTHING;
    for (Host host : hosts) {
      Sighting seen = observed.order().getOrDefault(host.name(), Sighting.NOTHING);
      List<Passage> passages = predicted.at(host.name());
      if (!passages.isEmpty() || !seen.passages().isEmpty()) {
        all = all.and(report(host, passages, seen, ports));
      }
    }
    return all;
  }

  private static OrderReport report(
      Host host, List<Passage> predicted, Sighting seen, PortNames ports) {
    OrderAt at =
        OrderAt.of(
            host,
            Standing.of(host, Backend.IPTABLES),
            predicted,
            seen,
            (one, other) -> WireComparison.same(one, other, ports));
    Optional<Parting> parting = at.parting();
    List<Astray> differences =
        parting.map(p -> new Astray(host.name(), p.step() > 0, difference(host.name(), p))).stream()
            .toList();
    return new OrderReport(
        seen.blind().isPresent() ? List.of() : List.of(host.name()),
        differences,
        at.unseen().stream().map(why -> new Unseen(host.name(), why)).toList());
  }

  private static Difference difference(String host, Parting parting) {
    return new Difference(
        "order at " + host + ", " + parting, parting.predicted(), parting.observed());
  }
}
