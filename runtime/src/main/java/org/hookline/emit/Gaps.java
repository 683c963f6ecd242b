package org.hookline.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hookline.addr.PortRange;
import org.hookline.emit.ip.Batches;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.Rule;

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
    if (Batches.ipv6(host).isPresent()) {
      String text = "IPv6 has only the policy rules with an address, and no packet rules";
      gaps.add(new Gap(text, host.origin()));
    }
    host.listeners().forEach(listener -> gaps.add(listener(listener)));
    host.unmodelled()
        .forEach(u -> gaps.add(new Gap(u.what() + ": not modelled, " + u.why(), u.origin())));
    return gaps;
  }

  private static void iface(Interface iface, List<Gap> gaps) {
    iface
        .kind()
        .unmodelled()
        .ifPresent(
            type ->
                gaps.add(
                    new Gap(
                        "the link " + iface.name() + " (" + type + ") has to be there already",
                        iface.origin())));
  }

  private static void rule(Rule rule, List<Gap> gaps) {
    if (rule.ofIpv6()) {
      gaps.add(new Gap("packet rules for IPv6 are not written yet: " + rule.nft(), rule.origin()));
    } else if (rule.iptables().isEmpty()) {
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
