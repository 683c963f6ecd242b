package org.hookline.lab.random;

import java.util.List;
import org.hookline.model.rule.TableName;

/** Rules of filter, mangle and raw: what a careless administrator could write. */
final class PacketRules {
  private static final List<String> USER = List.of("UA", "UB", "UC");
  private static final String ESTABLISHED = "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT";

  /** Who asks again finds the connection half open. */
  private static final String UNANSWERED = "-p tcp -m tcp --tcp-flags SYN,ACK SYN,ACK -j DROP";

  private final Chance chance;
  private final MatchWords matches;
  private final Ruleset rules;

  PacketRules(Chance chance, Surroundings around, Ruleset rules) {
    this.chance = chance;
    this.matches = new MatchWords(chance, around);
    this.rules = rules;
  }

  void filter() {
    TableName table = TableName.FILTER;
    userChains(table, chance.below(4));
    if (chance.onceIn(10)) {
      rules.append(table, chance.any("OUTPUT", "FORWARD"), UNANSWERED);
    }
    for (String chain : table.builtIn()) {
      if (chance.onceIn(4)) {
        rules.append(table, chain, ESTABLISHED);
      }
      for (int i = chance.below(chain.equals("OUTPUT") ? 3 : 6); i > 0; i--) {
        rules.append(table, chain, rule(table, chain));
      }
      if (chance.onceIn(6)) {
        rules.of(table);
        rules.dropping().add(Ruleset.place(table, chain));
      }
    }
  }

  void mangle(int most) {
    TableName table = TableName.MANGLE;
    userChains(table, chance.onceIn(4) ? 1 : 0);
    for (String chain : table.builtIn()) {
      for (int i = chance.below(most + 1); i > 0; i--) {
        rules.append(table, chain, rule(table, chain));
      }
    }
  }

  void raw() {
    for (String chain : TableName.RAW.builtIn()) {
      for (int i = chance.below(3); i > 0; i--) {
        rules.append(TableName.RAW, chain, rule(TableName.RAW, chain));
      }
    }
  }

  void security() {
    for (String chain : TableName.SECURITY.builtIn()) {
      if (chance.onceIn(3)) {
        String verdict = chance.any("-j ACCEPT", "-j DROP");
        rules.append(TableName.SECURITY, chain, matches.some(chain, 2) + " " + verdict);
      }
    }
  }

  private void userChains(TableName table, int count) {
    for (String chain : USER.subList(0, count)) {
      rules.of(table);
      rules.chain(table, chain);
    }
    for (String chain : USER.subList(0, count)) {
      for (int i = chance.below(4); i > 0; i--) {
        rules.append(table, chain, rule(table, chain));
      }
    }
  }

  /** A call of a user chain that is behind this one; a return when there is none. */
  private String call(TableName table, String chain) {
    List<String> later =
        USER.subList(USER.indexOf(chain) + 1, USER.size()).stream()
            .filter(c -> rules.chains().contains(Ruleset.place(table, c)))
            .toList();
    if (later.isEmpty()) {
      return "-j RETURN";
    }
    return chance.any("-j ", "-j ", "-g ") + chance.any(later);
  }

  private String rule(TableName table, String chain) {
    if (chance.onceIn(3) && rules.chains().stream().anyMatch(c -> c.startsWith(table.word()))) {
      return matches.few(chain) + " " + call(table, chain);
    }
    return switch (table) {
      case RAW -> matches.some(chain, 2) + " " + raw(chain);
      case MANGLE -> matches.few(chain) + " " + mangle(chain);
      default -> filter(chain);
    };
  }

  private String filter(String chain) {
    if (chance.onceIn(5)) {
      return reject(chain);
    }
    String verdict =
        chance.any("-j ACCEPT", "-j ACCEPT", "-j DROP", "-j RETURN", "", "-j MARK --set-mark 0x1");
    return (verdict.equals("-j DROP") ? matches.some(chain, 2) : matches.few(chain))
        + " "
        + verdict;
  }

  private String reject(String chain) {
    if (chance.onceIn(4)) {
      return "-p tcp "
          + chance.any("", "--dport 80", "! --syn")
          + " -j REJECT --reject-with tcp-reset";
    }
    String with =
        chance.any(
            "net-unreachable",
            "host-unreachable",
            "port-unreachable",
            "proto-unreachable",
            "net-prohibited",
            "host-prohibited",
            "admin-prohibited");
    return matches.some(chain, 2) + " -j REJECT --reject-with icmp-" + with;
  }

  private String mangle(String chain) {
    return switch (chance.below(12)) {
      case 0, 1, 2 -> mark();
      case 3 -> "-j CONNMARK --set-mark " + chance.any("0x1", "0x10", "0x2/0xf", "0x5");
      case 4 -> "-j CONNMARK --save-mark" + masks();
      case 5, 6 -> "-j CONNMARK --restore-mark" + masks();
      case 7 -> "-j TTL " + chance.any("--ttl-set 1", "--ttl-set 64", "--ttl-inc 2", "--ttl-dec 1");
      case 8 ->
          chance.any(
              "-j TOS --set-tos 0x10/0x3f",
              "-j DSCP --set-dscp 0x2e",
              "-j TOS --set-tos 0",
              "-j TOS --set-tos 0x2/0x3");
      case 9 -> chance.any("-j ACCEPT", "-j DROP");
      case 10 -> chance.onceIn(2) ? "-j DROP" : "";
      default -> chain.equals("POSTROUTING") ? "-j DROP" : mark();
    };
  }

  private String mark() {
    return "-j MARK "
        + chance.any(
            "--set-mark 0x1",
            "--set-mark 0x10",
            "--set-mark 0x1/0xf",
            "--set-xmark 0x2/0x3",
            "--or-mark 0x4",
            "--and-mark 0xf0",
            "--xor-mark 0x1",
            "--set-xmark 0x10/0x0",
            "--set-mark 0x5",
            "--set-mark 0x10/0xff");
  }

  private String masks() {
    return chance.any("", "", " --nfmask 0xff --ctmask 0xff", " --nfmask 0xf --ctmask 0xf0");
  }

  private String zone() {
    return chance.onceIn(3) ? "-j ACCEPT" : "-j CT --zone " + chance.any(1, 2, 5);
  }

  private String raw(String chain) {
    return switch (chance.below(6)) {
      case 0, 1 -> "-j CT --notrack";
      case 2 -> "-j DROP";
      case 3 -> "-j MARK --set-mark 0x1";
      case 4 -> zone();
      default -> chance.onceIn(3) ? "-j RETURN" : "-j DROP";
    };
  }
}
