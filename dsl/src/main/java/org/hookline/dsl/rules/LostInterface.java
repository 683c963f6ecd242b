package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.route.Route;
import org.hookline.source.Origin;

/** An interface that an amendment took away, and that something still needs. */
final class LostInterface implements NetworkRule {
  private static final String CODE = "lost-interface";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Host host : network.hosts()) {
      host.tables().forEach(t -> t.routes().forEach(route -> check(host, route, problems)));
      host.rules()
          .forEach(
              rule -> {
                rule.selector().iif().ifPresent(i -> check(host, i, rule.origin(), problems));
                rule.selector().oif().ifPresent(o -> check(host, o, rule.origin(), problems));
              });
      host.neighbours().forEach(n -> check(host, n.dev(), n.origin(), problems));
    }
    for (Segment segment : network.segments()) {
      for (Port port : segment.ports()) {
        network
            .host(port.host())
            .ifPresent(host -> check(host, port.iface(), segment.origin(), problems));
      }
    }
  }

  private static void check(Host host, Route route, Problems problems) {
    route.hops().stream()
        .filter(hop -> !hop.dev().isEmpty())
        .forEach(hop -> check(host, hop.dev(), route.origin(), problems));
  }

  private static void check(Host host, String iface, Origin origin, Problems problems) {
    if (host.iface(iface).isEmpty()) {
      problems.error(
          CODE,
          origin,
          "this needs " + host.name() + "." + iface + ", which an amendment takes away",
          "take this away too, or keep the interface");
    }
  }
}
