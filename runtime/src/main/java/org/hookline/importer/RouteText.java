package org.hookline.importer;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.model.route.RouteOptions;

/**
 * The output of {@code ip route show table all}, as text.
 *
 * <p>iproute2: ip/iproute.c print_route()
 */
final class RouteText {
  private static final Set<String> TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "anycast",
          "multicast",
          "blackhole",
          "unreachable",
          "prohibit",
          "throw",
          "nat");

  /** Words with a value that say what the kernel met, and nothing about where a packet goes. */
  private static final Set<String> BESIDE =
      Set.of("error", "expires", "nhid", "users", "age", "used");

  /** What connections that take the route are told. */
  static final Set<String> METRICS =
      Set.of(
          "mtu",
          "advmss",
          "hoplimit",
          "initcwnd",
          "initrwnd",
          "cwnd",
          "ssthresh",
          "window",
          "reordering",
          "rtt",
          "rttvar",
          "rto_min",
          "quickack");

  private static final Set<String> FLAGS =
      Set.of(
          "onlink",
          "linkdown",
          "dead",
          "pervasive",
          "offload",
          "trap",
          "rt_offload",
          "rt_trap",
          "offload_failed",
          "notify",
          "unresolved",
          "cache");

  private RouteText() {}

  static void read(Dump dump, RouteTables tables, Findings findings) {
    List<Dump.Line> lines = dump.lines();
    for (int i = 0; i < lines.size(); i++) {
      Dump.Line first = lines.get(i);
      if (first.text().isBlank()) {
        continue;
      }
      StringBuilder text = new StringBuilder(first.text().strip());
      while (i + 1 < lines.size() && lines.get(i + 1).text().matches("\\s+\\S.*")) {
        text.append(' ').append(lines.get(++i).text().strip());
      }
      route(new Dump.Line(text.toString(), first.origin()), tables, findings);
    }
  }

  private static void route(Dump.Line line, RouteTables tables, Findings findings) {
    RouteLine route = new RouteLine(line.origin());
    try {
      Iterator<String> words = line.words().iterator();
      String first = words.next();
      if (TYPES.contains(first)) {
        route.type(first);
        first = value(words);
      }
      route.destination(first);
      while (words.hasNext()) {
        word(words.next(), words, route);
      }
      tables.take(route, line, findings);
    } catch (Malformed e) {
      findings.unread(line, e);
    }
  }

  private static void word(String word, Iterator<String> words, RouteLine route) {
    switch (word) {
      case "via" -> via(words, route);
      case "dev" -> route.dev(value(words));
      case "table" -> route.table(value(words));
      case "proto" -> route.protocol(value(words));
      case "src" -> route.source(value(words));
      case "metric" -> route.metric(value(words));
      case "tos", "dsfield" -> route.tos(value(words));
      case "weight" -> route.weight(value(words));
      case "nexthop" -> route.nextHop();
      case "pref" -> route.preference(value(words));
      case "scope" -> route.scope(value(words));
      case "realm", "realms" -> route.realm(value(words));
      default -> other(word, words, route);
    }
  }

  private static void via(Iterator<String> words, RouteLine route) {
    String next = value(words);
    if (next.equals("inet") || next.equals("inet6")) {
      String gateway = value(words);
      if (next.equals("inet6")) {
        route.foreignGateway(gateway);
        return;
      }
      next = gateway;
    }
    route.gateway(next);
  }

  private static void other(String word, Iterator<String> words, RouteLine route) {
    if (FLAGS.contains(word)) {
      route.flag(word);
    } else if (BESIDE.contains(word)) {
      value(words);
    } else if (METRICS.contains(word)) {
      String said = value(words);
      boolean locked = said.equals("lock");
      route.metric(new RouteOptions.Metric(word, locked, locked ? value(words) : said));
    } else {
      route.unknown(word);
    }
  }

  private static String value(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new Malformed("bad-route", "the last word needs a value", "a value behind it");
    }
    return words.next();
  }
}
