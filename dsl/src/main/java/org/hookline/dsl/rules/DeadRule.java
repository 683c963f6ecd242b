package org.hookline.dsl.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;
import org.hookline.source.Origin;

/**
 * A rule that no packet reaches, because one rule before it takes all that it would match. Rules
 * that several others cover together are not found.
 */
final class DeadRule implements NetworkRule {
  static final String CODE = "dead-rule";

  /** Each rule is compared with so many before it, so that very long lists stay quick. */
  private static final int COMPARED = 10_000;

  /** A rule with its bounds, which are looked at more often than they change. */
  private record Bounded(Rule rule, Bounds bounds) {

    private static Bounded of(Rule rule) {
      return new Bounded(rule, Bounds.of(rule));
    }

    private boolean covers(Bounded narrow) {
      return bounds.hold(narrow.bounds) && Covering.covers(rule, narrow.rule);
    }
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Host host : network.hosts()) {
      policyRules(host, problems);
      for (RuleTable table : host.ruleTables()) {
        table.chains().forEach(chain -> chain(chain, problems));
      }
    }
  }

  /** A lookup that found nothing finds nothing the second time; a goto may come in between. */
  private static void policyRules(Host host, Problems problems) {
    boolean jumps = host.rules().stream().anyMatch(r -> r.action().toString().startsWith("goto"));
    if (jumps) {
      return;
    }
    Map<String, PolicyRule> seen = new LinkedHashMap<>();
    for (PolicyRule rule : host.rules()) {
      PolicyRule first = seen.putIfAbsent(rule.text(), rule);
      if (first != null && rule.origin().known()) {
        String where = first.origin().known() ? ", at " + first.origin() : " by the kernel itself";
        problems.warning(
            CODE,
            rule.origin(),
            "this rule never decides: the same is asked before, as " + first.preference() + where,
            "take it away, or ask it first");
      }
    }
  }

  /** A policy is dead when all the rules that it stands for are. */
  private static void chain(Chain chain, Problems problems) {
    Map<Origin, List<Optional<Rule>>> killers = new LinkedHashMap<>();
    List<Bounded> before = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      Bounded bounded = Bounded.of(rule);
      killers.computeIfAbsent(rule.origin(), o -> new ArrayList<>()).add(killer(bounded, before));
      if (before.size() < COMPARED && Covering.ends(rule)) {
        before.add(bounded);
      }
    }
    killers.forEach(
        (origin, found) -> {
          if (origin.known() && found.stream().allMatch(Optional::isPresent)) {
            problems.warning(
                CODE,
                origin,
                "no packet reaches this rule: all that it matches are taken before, at "
                    + found.get(0).get().origin(),
                "take it away, or put it before that one");
          }
        });
  }

  private static Optional<Rule> killer(Bounded rule, List<Bounded> before) {
    for (Bounded earlier : before) {
      if (earlier.covers(rule)) {
        return Optional.of(earlier.rule);
      }
    }
    return Optional.empty();
  }
}
