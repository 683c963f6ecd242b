package org.hookline.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.RouteEntry;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.source.Origin;

/** A route: the command that adds it, what its type means, and which rules lead to its table. */
final class RouteHover implements HoverPart {

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return place
        .in(RouteEntry.class)
        .flatMap(
            entry ->
                text(place, place.origin(entry))
                    .map(text -> new Hovered(HoverPlace.span(entry), text)));
  }

  private static Optional<String> text(HoverPlace place, Origin origin) {
    return place.network().network().stream()
        .flatMap(network -> network.hosts().stream())
        .flatMap(
            host ->
                host.tables().stream()
                    .flatMap(
                        table ->
                            table.routes().stream()
                                .filter(route -> route.origin().equals(origin))
                                .map(route -> text(host, table, route))))
        .findFirst();
  }

  private static String text(Host host, RouteTable table, Route route) {
    StringBuilder text = new StringBuilder("```\nip route add ");
    text.append(route.text()).append(" table ").append(table.name()).append("\n```\n");
    text.append(meaning(route)).append("\n\nTable `").append(table.name()).append("` of `");
    text.append(host.name()).append("` is looked up by:\n\n```\n");
    List<PolicyRule> rules =
        host.rules().stream()
            .filter(rule -> rule.action().lookedUp().filter(table.name()::equals).isPresent())
            .toList();
    rules.forEach(r -> text.append(r.preference()).append(":\t").append(r.text()).append('\n'));
    return text.append(rules.isEmpty() ? "no rule\n```" : "```").toString();
  }

  private static String meaning(Route route) {
    return switch (route.type()) {
      case UNICAST -> "Packets go on to the next hop.";
      case LOCAL -> "Packets are for this host itself.";
      case BROADCAST -> "Packets are sent to everybody on the link, and received as broadcasts.";
      case BLACKHOLE -> "Packets are dropped silently; a local sender sees EINVAL.";
      case UNREACHABLE -> "Packets are dropped; the sender is told that the host is unreachable.";
      case PROHIBIT -> "Packets are dropped; the sender is told that it is not allowed.";
      case THROW -> "The lookup goes on with the next rule, as if the table had no route.";
    };
  }
}
