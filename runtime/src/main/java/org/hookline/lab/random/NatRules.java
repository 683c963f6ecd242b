package org.hookline.lab.random;

import java.util.List;
import org.hookline.model.rule.TableName;

/** Rules of nat. */
record NatRules(Chance chance, Surroundings around, Ruleset rules) {
  private static final TableName NAT = TableName.NAT;

  /** Chains that are called from where destinations, or sources, are translated. */
  private static final String DESTINATIONS = "UA";

  private static final String SOURCES = "UB";

  /** A masquerade on an uplink, as nearly every router has. */
  void masquerade() {
    if (!around.uplinks().isEmpty()) {
      rules.append(
          NAT, "POSTROUTING", "-o " + chance.any(around.uplinks()).dev() + " -j MASQUERADE");
    }
  }

  void draw(int most) {
    calls();
    for (int i = chance.between(1, most); i > 0; i--) {
      switch (chance.below(10)) {
        case 0, 1, 2, 3 -> destination("PREROUTING");
        case 4, 5 -> destination("OUTPUT");
        case 6, 7 -> source("POSTROUTING");
        case 8 -> masquerade();
        default -> source("INPUT");
      }
    }
  }

  private void calls() {
    if (chance.onceIn(6)) {
      rules.chain(NAT, DESTINATIONS);
      destination(DESTINATIONS);
      call(chance.any("PREROUTING", "OUTPUT"), DESTINATIONS);
      destination(DESTINATIONS);
    }
    if (chance.onceIn(10)) {
      rules.chain(NAT, SOURCES);
      call("POSTROUTING", SOURCES);
      source(SOURCES);
    }
  }

  private void call(String from, String chain) {
    rules.append(NAT, from, condition(from, false) + chance.any("-j ", "-j ", "-g ") + chain);
  }

  private void destination(String chain) {
    String target = new NatWords(chance, around).destination();
    rules.append(NAT, chain, condition(chain, NatWords.needsPorts(target)) + target);
  }

  private void source(String chain) {
    NatWords words = new NatWords(chance, around);
    String target = chain.equals("INPUT") ? words.snat() : words.source();
    rules.append(NAT, chain, condition(chain, NatWords.needsPorts(target)) + target);
  }

  /** What a rule asks for, with a blank behind it; perhaps nothing. */
  private String condition(String chain, boolean ports) {
    String matches = new MatchWords(chance, around).some(chain, chance.any(0, 1, 1, 1, 2));
    boolean unfit = matches.contains("rpfilter") || (ports && !matches.matches("-p (tcp|udp).*"));
    if (!unfit) {
      return (matches + " ").stripLeading();
    }
    String own = chance.onceIn(3) ? "-d " + chance.any(around.addresses().get("r")) + " " : "";
    return (ports ? "-p " + chance.any(List.of("tcp", "udp")) + " " : "") + own;
  }
}
