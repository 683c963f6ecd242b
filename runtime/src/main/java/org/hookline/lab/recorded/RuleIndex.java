package org.hookline.lab.recorded;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.source.Origin;

/**
 * Rules by their line in the dump, in the names of counters.
 *
 * @param rules {@code filter/FORWARD/3} by line, and {@code filter/FORWARD/policy} by that of its
 *     chain
 * @param policies {@code filter/FORWARD/policy} by the end of the step's label, where the chain has
 *     no rules
 */
record RuleIndex(Map<Origin, String> rules, Map<String, String> policies) {

  static RuleIndex of(Host host) {
    Map<Origin, String> rules = new HashMap<>();
    Map<String, String> policies = new HashMap<>();
    for (PacketTable table : host.packetTables()) {
      for (Chain chain : table.chains()) {
        String place = table.name().word() + "/" + chain.name();
        rules.put(chain.origin(), place + "/policy");
        policies.put("/empty/" + place, place + "/policy");
        for (int i = 0; i < chain.rules().size(); i++) {
          rules.put(chain.rules().get(i).origin(), place + "/" + (i + 1));
        }
      }
    }
    return new RuleIndex(rules, policies);
  }

  Optional<String> of(Origin origin) {
    return Optional.ofNullable(rules.get(origin));
  }

  /** The policy that a step of the host stands for, because its chain is empty. */
  Optional<String> empty(String place) {
    int at = place.indexOf("/empty/");
    return at < 0 ? Optional.empty() : Optional.ofNullable(policies.get(place.substring(at)));
  }
}
