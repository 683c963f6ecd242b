package org.hookline.lab.random;

import java.util.List;
import org.hookline.lab.random.Surroundings.Link;
import org.hookline.model.rule.TableName;

/** Rules of nat. */
record NatRules(Chance chance, Surroundings around, Ruleset rules) {

  /** A masquerade on an uplink, as nearly every router has. */
  void masquerade() {
    if (!around.uplinks().isEmpty()) {
      append("POSTROUTING", "-o " + chance.any(around.uplinks()).dev() + " -j MASQUERADE");
    }
  }

  void draw(int most) {
    for (int i = chance.between(1, most); i > 0; i--) {
      switch (chance.below(10)) {
        case 0, 1, 2, 3 -> append("PREROUTING", condition("PREROUTING") + destination());
        case 4, 5 -> append("OUTPUT", condition("OUTPUT") + destination());
        case 6, 7 -> append("POSTROUTING", condition("POSTROUTING") + source());
        case 8 -> masquerade();
        default -> append("INPUT", condition("INPUT") + "-j SNAT --to-source " + client());
      }
    }
  }

  private void append(String chain, String words) {
    rules.append(TableName.NAT, chain, words);
  }

  private String condition(String chain) {
    String matches = new MatchWords(chance, around).some(chain, chance.any(1, 1, 2));
    String protocol = matches.startsWith("-p tcp") || matches.startsWith("-p udp") ? "" : "-p ";
    String name = protocol.isEmpty() ? "" : protocol + chance.any("tcp", "udp") + " ";
    boolean unfit =
        matches.startsWith("-p icmp") || matches.contains("-f") || matches.contains("rpfilter");
    return unfit ? name : name + matches + " ";
  }

  private String client() {
    return chance.any(around.all());
  }

  private String destination() {
    String to = chance.any(around.all());
    return switch (chance.below(8)) {
      case 0 -> "-j REDIRECT --to-ports " + chance.any("80", "53", "8080");
      case 1 -> "-j REDIRECT";
      case 2 ->
          "-j DNAT --to-destination " + to + ":" + chance.any("80", "8080", "53", "5000-5010");
      case 3 -> "-j ACCEPT";
      case 4 -> "-j NETMAP --to " + Net.of(to + "/28").prefix().network();
      default -> "-j DNAT --to-destination " + to;
    };
  }

  private String source() {
    Link link = chance.any(around.links());
    String to = chance.any(link.own());
    return switch (chance.below(8)) {
      case 0 -> "-j MASQUERADE --to-ports 45000-45015";
      case 1 -> "-j SNAT --to-source " + to + ":40000-40255";
      case 2 -> "-j SNAT --to-source " + to + ":7777";
      case 3 -> "-j MASQUERADE" + chance.any("", " --random", " --random-fully");
      case 4 -> "-j ACCEPT";
      default -> "-j SNAT --to-source " + chance.any(List.of(to, link.net().at(30), client()));
    };
  }
}
