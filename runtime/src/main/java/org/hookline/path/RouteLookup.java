package org.hookline.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Suppression;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * The policy rules of a host as one callable part, {@code HOST/fib}: keys in the {@code key.*}
 * registers, results in the {@code route.*} registers, type 0 for no route.
 *
 * <p>kernel: net/core/fib_rules.c fib_rules_lookup(), net/ipv4/fib_rules.c fib4_rule_action()
 */
final class RouteLookup {
  /** A rule that says unreachable: the error is ENETUNREACH, a route's is EHOSTUNREACH. */
  static final int RULE_UNREACHABLE = 10;

  static final List<Field> KEYS =
      List.of(
          Fields.KEY_DST,
          Fields.KEY_SRC,
          Fields.KEY_MARK,
          Fields.KEY_IIF,
          Fields.KEY_OIF,
          Fields.KEY_TOS,
          Fields.KEY_PROTO,
          Fields.KEY_SPORT,
          Fields.KEY_DPORT,
          Fields.KEY_PURPOSE,
          Fields.KEY_UID);

  static final List<Field> RESULTS =
      List.of(
          Fields.ROUTE_TYPE,
          Fields.ROUTE_DEV,
          Fields.ROUTE_GATEWAY,
          Fields.ROUTE_VIA,
          Fields.ROUTE_SOURCE,
          Fields.ROUTE_MULTIPATH);

  private final HostWalk walk;
  private final Map<String, Label> tables = new HashMap<>();

  RouteLookup(HostWalk walk) {
    this.walk = walk;
  }

  void build() {
    List<PolicyRule> rules = walk.model().rules();
    walk.graph().branches(walk.at("fib"), HostWalk.pass(rule(0), new Effect.Clear(RESULTS)));
    for (int i = 0; i < rules.size(); i++) {
      PolicyRule rule = rules.get(i);
      Pred matches = PolicySelector.lower(rule.selector(), walk);
      rule.action().in(new Actions(i, matches));
    }
    walk.graph().branches(rule(rules.size()), back());
  }

  /** Forgets the keys, so that states that differ only in a finished question are one. */
  private static Branch back(Effect... effects) {
    List<Effect> all = new ArrayList<>(List.of(effects));
    all.add(new Effect.Clear(KEYS));
    return new Branch(Pred.TRUE, all, new Next.Return(), Optional.empty());
  }

  private Label rule(int index) {
    return walk.at("fib/rule/" + index);
  }

  private static Pred found() {
    return Pred.or(
        Stream.of(RouteType.UNICAST, RouteType.LOCAL, RouteType.BROADCAST)
            .map(type -> Pred.is(Fields.ROUTE_TYPE, type.number()))
            .toList());
  }

  /** What each action becomes. */
  private final class Actions implements RuleAction.Handler<Void> {
    private final int index;
    private final PolicyRule rule;
    private final Pred matches;

    Actions(int index, Pred matches) {
      this.index = index;
      this.rule = walk.model().rules().get(index);
      this.matches = matches;
    }

    private Optional<Why> why() {
      return Optional.of(new Why("ip rule " + rule.preference(), rule.text(), rule.origin()));
    }

    private Void step(Effect[] effects, Next next) {
      walk.graph()
          .branches(
              rule(index),
              new Branch(matches, List.of(effects), next, why()),
              HostWalk.pass(rule(index + 1)));
      return null;
    }

    @Override
    public Void lookup(String table, Suppression suppress) {
      Label done = walk.at("fib/rule/" + index + "/done");
      List<Branch> branches = new ArrayList<>();
      branches.add(HostWalk.when(Pred.is(Fields.ROUTE_TYPE, 0), rule(index + 1)));
      if (table.equals("main") && TableOrder.defaultAfterErrors(walk.model())) {
        Effect forget = new Effect.Clear(RESULTS);
        branches.add(HostWalk.when(Pred.not(found()), rule(index + 1), forget));
      }
      branches.add(back());
      walk.graph().branches(done, branches);
      return step(new Effect[0], new Next.Call(table(table, suppress), done));
    }

    @Override
    public Void leap(long preference) {
      List<PolicyRule> rules = walk.model().rules();
      int target = index + 1;
      for (int i = index + 1; i < rules.size(); i++) {
        if (rules.get(i).preference() == preference) {
          target = i;
          break;
        }
      }
      return step(new Effect[0], new Next.Goto(rule(target)));
    }

    @Override
    public Void nop() {
      return step(new Effect[0], new Next.Goto(rule(index + 1)));
    }

    @Override
    public Void blackhole() {
      return error(RouteType.BLACKHOLE.number());
    }

    @Override
    public Void unreachable() {
      return error(RULE_UNREACHABLE);
    }

    @Override
    public Void prohibit() {
      return error(RouteType.PROHIBIT.number());
    }

    private Void error(int type) {
      Effect[] effects = {new Effect.Set(Fields.ROUTE_TYPE, type), new Effect.Clear(KEYS)};
      return step(effects, new Next.Return());
    }
  }

  private static String label(Suppression suppress) {
    return (suppress.prefixLength().isPresent()
            ? "/longer-than-" + suppress.prefixLength().getAsInt()
            : "")
        + (suppress.group().isPresent() ? "/not-by-group-" + suppress.group().getAsInt() : "");
  }

  private Label table(String name, Suppression suppress) {
    String key = name + label(suppress);
    return tables.computeIfAbsent(
        key,
        k -> {
          Label label = walk.at("fib/table/" + k);
          new RouteEntries(walk, label, suppress).build(TableOrder.of(walk.model(), name));
          return label;
        });
  }
}
