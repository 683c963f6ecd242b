package org.hookline.lab.random;

import java.util.List;
import org.hookline.lab.random.Surroundings.Link;

/**
 * Routes and policy rules of the host under test. The kernel may refuse a line; it is then not
 * there.
 */
final class HostRoutes {
  private static final String[] TABLES = {"7", "100", "150", "200"};
  private static final String[] REJECTING = {"blackhole", "unreachable", "prohibit", "throw"};

  private final Chance chance;
  private final Surroundings around;
  private final List<String> lines;

  HostRoutes(Chance chance, Surroundings around) {
    this.chance = chance;
    this.around = around;
    this.lines = around.host().route();
  }

  /**
   * Draws.
   *
   * @param odd how many routes that nobody needs
   * @param rules how many policy rules at most
   */
  void draw(Amount odd, Amount rules) {
    defaults();
    for (int i = chance.below(odd.most() + 1); i > 0; i--) {
      lines.add(odd(""));
    }
    int selecting = chance.below(rules.most() + 1);
    if (selecting > 0) {
      tables(odd);
      PolicyWords words = new PolicyWords(chance, around);
      for (int i = 0; i < selecting; i++) {
        lines.add(words.rule(chance.any(TABLES)));
      }
      if (chance.onceIn(8)) {
        lines.addAll(
            List.of("rule add pref 60 lookup local", "rule del pref 0", words.early(table())));
      }
    }
    if (chance.onceIn(15)) {
      lines.add(kernelsOwn());
    }
  }

  /** At most so many. */
  record Amount(int most) {}

  private String table() {
    return chance.any(TABLES);
  }

  private void defaults() {
    int metric = chance.any(0, 0, 100);
    for (Link uplink : chance.some(chance.between(1, 3), around.uplinks())) {
      lines.add("route add default via " + uplink.next() + " dev " + uplink.dev() + metric(metric));
      metric += 100;
    }
  }

  private static String metric(int metric) {
    return metric == 0 ? "" : " metric " + metric;
  }

  private void tables(Amount odd) {
    for (String table : TABLES) {
      if (chance.onceIn(6)) {
        continue;
      }
      Link link = chance.any(around.links());
      String source = chance.onceIn(3) ? " src " + chance.any(link.own()) : "";
      lines.add("route add default via " + link.next() + " dev " + link.dev() + source + in(table));
      for (Link own : around.links()) {
        if (chance.onceIn(3)) {
          String prefers = chance.onceIn(2) ? " src " + own.own().get(0) : "";
          lines.add("route add " + own.net() + " dev " + own.dev() + prefers + in(table));
        }
      }
      for (int i = chance.below(odd.most() + 1); i > 0; i--) {
        lines.add(odd(in(table)));
      }
    }
  }

  private static String in(String table) {
    return " table " + table;
  }

  /** {@code table} is empty or behind a blank. */
  private String odd(String table) {
    String prefix = prefix();
    // between equal default routes the kernel takes turns (fib_select_default())
    boolean alone = prefix.equals("default") || prefix.equals("0.0.0.0/0");
    String verb =
        alone ? "route replace " : chance.any("route replace ", "route append ", "route add ");
    String more = (chance.onceIn(4) ? metric(chance.any(5, 500, 5000)) : "") + table;
    if (chance.onceIn(3)) {
      return verb + chance.any(REJECTING) + " " + prefix + more;
    }
    if (chance.onceIn(8)) {
      String dev = " dev " + chance.any("lo", chance.any(around.devices()));
      return "route add local " + chance.any(around.all()) + dev + table;
    }
    Link link = chance.any(around.links());
    String tos = chance.onceIn(8) ? "tos 0x10 " : "";
    String source = chance.onceIn(4) ? " src " + chance.any(around.addresses().get("r")) : "";
    String scope = chance.onceIn(12) ? " scope " + chance.any("link", "host", "global") : "";
    if (chance.onceIn(4)) {
      return verb + tos + prefix + " dev " + link.dev() + source + scope + more;
    }
    String onlink = chance.onceIn(10) ? " onlink" : "";
    String gateway = onlink.isEmpty() ? link.next() : chance.any(around.all());
    return verb + tos + prefix + " via " + gateway + " dev " + link.dev() + onlink + source + more;
  }

  private String prefix() {
    String address = chance.any(around.all());
    int length = chance.any(32, 32, 32, 30, 24, 24, 16, 8);
    return chance.onceIn(8)
        ? chance.any("default", chance.any(around.links()).net().toString())
        : Net.of(address + "/" + length).prefix().network().toString();
  }

  /**
   * Removes or replaces what the kernel made of an address. A broadcast address that is none any
   * more would have to be resolved, which takes seconds to fail: it is replaced.
   */
  private String kernelsOwn() {
    Link link = chance.any(around.links());
    String own = link.own().get(0);
    return chance.any(
        "route del " + link.net() + " dev " + link.dev() + " src " + own,
        "route del local " + own + " dev " + link.dev() + " table local",
        "route replace broadcast "
            + link.net().broadcast()
            + " dev "
            + link.dev()
            + " table local");
  }
}
