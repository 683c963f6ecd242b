package org.hookline.lab.random;

/** Policy rules in iproute2's words. */
record PolicyWords(Chance chance, Surroundings around) {
  private static final String[] MAIN = {"main", "254"};

  String rule(String table) {
    String not = chance.onceIn(8) ? "not " : "";
    String preference = chance.onceIn(4) ? "" : "pref " + chance.between(100, 1500) + " ";
    return "rule add " + not + preference + selectors() + action(table);
  }

  /** Before the kernel's own first one, which has been moved. */
  String early(String table) {
    return "rule add pref 50 " + selector() + " lookup " + table;
  }

  private String selectors() {
    StringBuilder text = new StringBuilder();
    for (int i = chance.any(1, 1, 1, 2); i > 0; i--) {
      String selector = selector();
      String word = selector.substring(0, selector.indexOf(' '));
      if (!(" " + text).contains(" " + word + " ")) {
        text.append(selector).append(' ');
      }
    }
    return text.toString();
  }

  private String selector() {
    return switch (chance.below(15)) {
      case 0, 1, 2 -> "from " + prefix();
      case 3, 4, 5 -> "to " + prefix();
      case 6, 7 -> "fwmark " + mark();
      case 8 -> "iif " + chance.any("lo", device(), device());
      case 9 -> "oif " + device();
      case 10 -> "ipproto " + chance.any("tcp", "udp", "icmp");
      case 11 -> "ipproto " + chance.any("tcp", "udp") + " dport " + ports();
      case 12 ->
          "ipproto " + chance.any("tcp", "udp") + " sport 40000-" + chance.between(40001, 40008);
      case 13 -> "uidrange " + chance.any("0-0", "1-1000");
      default -> "tos " + chance.any("0x10", "0x08");
    };
  }

  private String device() {
    return chance.any(around.devices());
  }

  private String prefix() {
    String address = chance.any(around.all());
    return chance.onceIn(2)
        ? address
        : Net.of(address + "/" + chance.any(8, 16, 24, 24, 30)).prefix().network().toString();
  }

  private String mark() {
    return chance.any("0x1", "0x2", "0x10", "0x1/0xf", "0x1/0xf0", "0x10/0xf0", "0/0x1", "0x0");
  }

  private String ports() {
    int port = chance.any(Probing.PORTS);
    return chance.onceIn(3) ? port + "-" + (port + chance.below(500)) : "" + port;
  }

  private String action(String table) {
    return switch (chance.below(17)) {
      case 16 ->
          "lookup " + chance.any("main", table) + " suppress_ifgroup " + chance.any(0, 1, 2, 3);
      case 0 -> "goto " + chance.any("32766", "900", "1300");
      case 1 -> chance.any("unreachable", "prohibit", "blackhole");
      case 2 -> "lookup main suppress_prefixlength " + chance.any(0, 0, 8, 24);
      case 3 -> "lookup " + chance.any(MAIN);
      case 4 -> chance.any("lookup default", "nop", "lookup " + table + " suppress_prefixlength 0");
      default -> "lookup " + table;
    };
  }
}
