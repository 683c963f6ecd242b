package org.hookline.importer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.model.route.RouteOptions;

/** The output of {@code ip -j route show table all}. */
final class RouteJson {
  private static final Set<String> BESIDE =
      Set.of(
          "type",
          "dst",
          "table",
          "protocol",
          "prefsrc",
          "metric",
          "tos",
          "gateway",
          "via",
          "realm",
          "dev",
          "flags",
          "nexthops",
          "pref",
          "scope",
          "metrics",
          "nhid",
          "error",
          "expires",
          "cache",
          "used",
          "users",
          "age");

  private RouteJson() {}

  static void read(Dump dump, RouteTables tables, Findings findings) {
    for (JsonDump.Item item : JsonDump.items(dump, findings)) {
      try {
        tables.take(route(item), item.line(), findings);
      } catch (Malformed e) {
        findings.unread(item.line(), e);
      }
    }
  }

  private static RouteLine route(JsonDump.Item item) {
    RouteLine route = new RouteLine(item.origin());
    item.text("type").ifPresent(route::type);
    route.destination(item.text("dst").orElse("default"));
    item.text("table").ifPresent(route::table);
    item.text("protocol").ifPresent(route::protocol);
    item.text("prefsrc").ifPresent(route::source);
    item.text("metric").ifPresent(route::metric);
    item.text("tos").ifPresent(route::tos);
    item.text("pref").ifPresent(route::preference);
    item.text("scope").ifPresent(route::scope);
    item.text("realm").ifPresent(route::realm);
    item.objects("metrics").forEach(metrics -> metrics(metrics, route));
    hop(item.json(), route);
    List<JsonObject> hops = item.objects("nexthops");
    for (JsonObject hop : hops) {
      route.nextHop();
      hop(hop, route);
    }
    for (String key : item.json().keySet()) {
      if (!BESIDE.contains(key)) {
        route.unknown(key);
      }
    }
    return route;
  }

  /** {@code {"mtu": 1400}}, or {@code {"mtu lock": 1400}}. */
  private static void metrics(JsonObject json, RouteLine route) {
    for (String key : json.keySet()) {
      String name = key.replaceFirst(" lock$", "");
      String value = JsonDump.Item.text(json, key).orElse("");
      if (RouteText.METRICS.contains(name)) {
        route.metric(new RouteOptions.Metric(name, !name.equals(key), value));
      } else {
        route.unknown(key + " " + value);
      }
    }
  }

  private static void hop(JsonObject json, RouteLine route) {
    JsonDump.Item.text(json, "gateway").ifPresent(route::gateway);
    if (json.get("via") instanceof JsonObject via) {
      JsonDump.Item.text(via, "host").ifPresent(route::foreignGateway);
    }
    JsonDump.Item.text(json, "dev").ifPresent(route::dev);
    JsonDump.Item.text(json, "weight").ifPresent(route::weight);
    JsonDump.Item.texts(json, "flags").forEach(route::flag);
  }
}
