package org.hookline.lab.random;

import java.util.List;
import org.hookline.lab.random.Surroundings.Link;

/** Targets of nat in iptables' words. */
record NatWords(Chance chance, Surroundings around) {
  /** How many addresses a range has beyond the first. */
  private static final Integer[] MORE = {1, 2, 5};

  /** Whether iptables takes such a target only in a rule for a protocol with ports. */
  static boolean needsPorts(String target) {
    return target.contains("--to-ports") || target.matches(".*--to-\\S+ \\S*:.*");
  }

  String destination() {
    return switch (chance.below(10)) {
      case 0 -> "-j REDIRECT --to-ports " + chance.any("80", "53", "8080", "80-85") + random();
      case 1 -> "-j REDIRECT" + random();
      case 2 -> "-j DNAT --to-destination " + somebody() + ":" + ports() + flags();
      case 3 -> "-j " + chance.any("ACCEPT", "ACCEPT", "RETURN");
      case 4 -> netmap();
      case 5 -> "-j DNAT --to-destination " + several(chance.any(around.all())) + flags();
      default -> "-j DNAT --to-destination " + somebody() + flags();
    };
  }

  /** A target of POSTROUTING. */
  String source() {
    return switch (chance.below(8)) {
      case 0 -> "-j MASQUERADE --to-ports " + chance.any("45000-45015", "45000-45001") + random();
      case 1 -> "-j MASQUERADE" + chance.any("", " --random", " --random-fully");
      case 2 -> "-j " + chance.any("ACCEPT", "RETURN");
      case 3 -> netmap();
      default -> snat();
    };
  }

  String snat() {
    Link link = chance.any(around.links());
    String own = chance.any(link.own());
    return "-j SNAT --to-source "
        + switch (chance.below(8)) {
          case 0 -> own + ":40000-40255" + random();
          case 1 -> own + ":7777";
          case 2 -> own + ":7777-7778";
          case 3 -> several(chance.any(own, link.net().at(30))) + flags();
          case 4 -> several(own) + ":40000-40015";
          default -> chance.any(List.of(own, link.net().at(30), chance.any(around.all())));
        };
  }

  private String somebody() {
    return chance.onceIn(12) ? "127.0.0.1" : chance.any(around.all());
  }

  private String ports() {
    return chance.any("80", "8080", "53", "5000-5010", "80-81", "5000-5010/40", "22-30/43");
  }

  private String netmap() {
    Net net = Net.of(chance.any(around.all()) + "/" + chance.any(28, 28, 30));
    around.reach(net);
    return "-j NETMAP --to " + net.prefix().network();
  }

  private String several(String first) {
    int more = chance.any(MORE);
    int last = Integer.parseInt(first.substring(first.lastIndexOf('.') + 1));
    int most = Math.min(more, 255 - last);
    around.reach(first, most);
    return first + "-" + first.substring(0, first.lastIndexOf('.') + 1) + (last + most);
  }

  private String random() {
    return chance.onceIn(6) ? " --random" : "";
  }

  private String flags() {
    return chance.any("", "", "", "", " --random", " --persistent");
  }
}
