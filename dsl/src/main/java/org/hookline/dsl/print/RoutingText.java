package org.hookline.dsl.print;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.source.Origin;

/** Routing tables and policy rules: what is there beside the kernel's own, and what is not. */
final class RoutingText {
  private final Sheet sheet;

  RoutingText(Sheet sheet) {
    this.sheet = sheet;
  }

  void write(Host host) {
    List<RouteTable> kernel = KernelEntries.tables(host.interfaces(), host.kernel());
    for (RouteTable table : host.tables()) {
      List<Route> made =
          kernel.stream()
              .filter(k -> k.id() == table.id())
              .flatMap(k -> k.routes().stream())
              .toList();
      table(table, made, kernel.stream().anyMatch(k -> k.id() == table.id()));
    }
    rules(host.rules());
  }

  private void table(RouteTable table, List<Route> made, boolean ownOfKernel) {
    List<Route> written = without(table.routes(), made);
    List<Route> removed = without(made, table.routes());
    if (ownOfKernel && written.isEmpty() && removed.isEmpty()) {
      return;
    }
    sheet.blank();
    String number = ownOfKernel ? "" : " " + table.id();
    sheet.open("table " + table.name() + number, Origin.NONE);
    removed.forEach(r -> sheet.line("without " + r.type().word() + " " + words(r)));
    for (Route route : written) {
      String type = route.type() == RouteType.UNICAST ? "" : route.type().word() + " ";
      sheet.line(type + words(route), route.origin());
    }
    sheet.close();
  }

  /** The routes of one list that the other does not have, wherever both were written. */
  private static List<Route> without(List<Route> some, List<Route> others) {
    List<Route> rest = new ArrayList<>(some);
    for (Route other : others) {
      rest.stream().filter(r -> same(r, other)).findFirst().ifPresent(rest::remove);
    }
    return rest;
  }

  private static boolean same(Route a, Route b) {
    return nowhere(a).equals(nowhere(b));
  }

  private static Route nowhere(Route r) {
    return new Route(
        r.type(),
        r.destination(),
        r.hops(),
        r.source(),
        r.metric(),
        r.tos(),
        r.byKernel(),
        r.options(),
        Origin.NONE);
  }

  private static String words(Route route) {
    StringBuilder text = new StringBuilder(destination(route.destination()));
    boolean single = route.hops().size() == 1 && route.hops().get(0).weight() == 1;
    if (single) {
      text.append(route.hops().get(0).text(route.destination().family()));
    }
    route.source().ifPresent(s -> text.append(" src ").append(s));
    if (route.tos() != 0) {
      text.append(" tos 0x").append(Integer.toHexString(route.tos()));
    }
    if (route.metric() != 0) {
      text.append(" metric ").append(route.metric());
    }
    text.append(route.options());
    if (!single) {
      for (NextHop hop : route.hops()) {
        text.append(" nexthop")
            .append(hop.text(route.destination().family()))
            .append(" weight ")
            .append(hop.weight());
      }
    }
    return text.toString();
  }

  private static String destination(Prefix prefix) {
    return prefix.equals(Prefix.all(Family.IPV4)) ? "default" : prefix.toString();
  }

  /** The kernel's three rules are there by themselves; if not all of them are, none is taken. */
  private void rules(List<PolicyRule> rules) {
    List<PolicyRule> further = new ArrayList<>(rules);
    boolean all = true;
    for (PolicyRule own : KernelEntries.rules()) {
      all &= takeLikeKernel(own, further);
    }
    boolean inOrder = all && ordered(further).equals(texts(rules));
    List<PolicyRule> written = inOrder ? further : rules;
    if (written.isEmpty() && inOrder) {
      return;
    }
    sheet.blank();
    sheet.open("rules", Origin.NONE);
    if (!inOrder) {
      KernelEntries.rules().forEach(own -> sheet.line("without " + own.preference() + ":"));
    }
    written.forEach(r -> sheet.line(text(r), r.origin()));
    sheet.close();
  }

  private static boolean takeLikeKernel(PolicyRule own, List<PolicyRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (text(rules.get(i)).equals(text(own))) {
        rules.remove(i);
        return true;
      }
    }
    return false;
  }

  /** The order that rules get when they are added to the kernel's three. */
  private static List<String> ordered(List<PolicyRule> further) {
    List<PolicyRule> all = new ArrayList<>(KernelEntries.rules());
    all.addAll(further);
    all.sort(java.util.Comparator.comparing(PolicyRule::preference));
    return texts(all);
  }

  private static List<String> texts(List<PolicyRule> rules) {
    return rules.stream().map(RoutingText::text).toList();
  }

  private static String text(PolicyRule rule) {
    return rule.preference() + ": " + rule.text();
  }
}
