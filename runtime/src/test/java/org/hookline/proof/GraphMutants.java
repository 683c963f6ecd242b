package org.hookline.proof;

import static org.hookline.proof.Mutant.ofGraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.ir.conntrack.Translate;
import org.hookline.ir.conntrack.TranslateQuoted;
import org.hookline.packet.CtState;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/** Mistakes in the order of the boxes, in lookups and in rewriting. */
final class GraphMutants {
  private GraphMutants() {}

  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>(orders());
    all.addAll(lookups());
    all.addAll(connections());
    all.addAll(answers());
    return all;
  }

  private static List<Mutant> orders() {
    return List.of(
        ofGraph("rp_filter comes before destination nat", GraphMutants::checkFirst),
        ofGraph("martians are looked for before destination nat", GraphMutants::martiansFirst),
        ofGraph("answers are rewritten before they are routed", GraphMutants::unNatFirst),
        ofGraph("destination nat comes before mangle", g -> swap(g, "prerouting", "mangle", "nat")),
        ofGraph("conntrack comes before raw", g -> swap(g, "prerouting", "raw", "conntrack")),
        ofGraph("source nat comes before mangle", g -> swap(g, "postrouting", "mangle", "nat")),
        ofGraph(
            "filter comes before mangle in forward", g -> swap(g, "forward", "mangle", "filter")),
        ofGraph("time to live is looked at behind forward", g -> swap(g, "forward", "0", "filter")),
        ofGraph("forward is asked for nothing", g -> skip(g, "forward/filter")),
        ofGraph("input is asked for nothing", g -> skip(g, "input/filter")),
        ofGraph("output is asked for nothing", g -> skip(g, "output/filter")));
  }

  private static List<Mutant> lookups() {
    return List.of(
        ofGraph("the shortest prefix wins", GraphMutants::shortestFirst),
        ofGraph("no second route in output", g -> reroute(g, Pred.TRUE)),
        ofGraph("always a second route in output", g -> reroute(g, Pred.FALSE)),
        ofGraph(
            "the second route chooses a new source",
            g -> rerouted(g, new Effect.Copy(Fields.SRC, Fields.ROUTE_SOURCE))),
        ofGraph(
            "filter output sees the second interface",
            g -> effect(g, e -> e.equals(new Effect.Copy(Fields.OIF, Fields.FIRST_DEV)))),
        ofGraph(
            "the way back is asked with the interface",
            g -> sourceKeys(g, Fields.KEY_IIF, new Effect.Copy(Fields.KEY_IIF, Fields.IIF))),
        ofGraph(
            "the way back is asked with ports as they are",
            g -> sourceKeys(g, Fields.KEY_SPORT, new Effect.Copy(Fields.KEY_SPORT, Fields.SPORT))),
        ofGraph(
            "the way back is asked without the destination",
            g -> sourceKeys(g, Fields.KEY_SRC, new Effect.Set(Fields.KEY_SRC, 0))),
        ofGraph("forwarded packets are looked up as if they were local", GraphMutants::asLocal),
        ofGraph(
            "forwarded packets are looked up without their mark",
            g -> arrivingKeys(g, Fields.KEY_MARK, new Effect.Set(Fields.KEY_MARK, 0))),
        ofGraph(
            "forwarded packets are looked up without ports",
            g -> arrivingKeys(g, Fields.KEY_DPORT, new Effect.Set(Fields.KEY_DPORT, 0))));
  }

  private static List<Mutant> connections() {
    return List.of(
        ofGraph("answers find no connection", GraphMutants::strangers),
        ofGraph("answers are new", GraphMutants::newAnswers),
        ofGraph("nat rules are asked for every packet", GraphMutants::everyPacket),
        ofGraph("connections are not confirmed", GraphMutants::unconfirmed),
        ofGraph("errors are not related", g -> effect(g, GraphMutants::noQuotes)),
        ofGraph("marks cross the wire", GraphMutants::markCrosses),
        ofGraph(
            "a socket's second packet has no mark",
            g -> effect(g, e -> e.equals(new Effect.Copy(Fields.MARK, Fields.FLOW_MARK)))),
        ofGraph("masquerading takes the first address", GraphMutants::firstAddress),
        ofGraph("ports of destination nat are ignored", g -> binding(g, false)),
        ofGraph("ports of source nat are ignored", g -> binding(g, true)),
        ofGraph("new sources are not written", g -> effect(g, e -> rewrites(e, true))),
        ofGraph("new destinations are not written", g -> effect(g, e -> rewrites(e, false))));
  }

  private static List<Mutant> answers() {
    return List.of(
        ofGraph(
            "time to live stays", g -> effect(g, e -> e.equals(new Effect.Decrement(Fields.TTL)))),
        ofGraph(
            "time to live is looked at on delivery",
            g -> {
              for (Matcher input : g.matching("([^/]+)/input")) {
                g.branchesOf(input.group(1) + "/forward/0/ttl").stream()
                    .filter(GraphMutants::ofTimeToLive)
                    .forEach(ends -> prepend(g, input.group(), ends));
              }
            }),
        ofGraph("resets always acknowledge", GraphMutants::acknowledging),
        ofGraph(
            "broadcasts are answered",
            g -> effect(g, e -> e.equals(new Effect.Set(Fields.TO_MANY, 1)))),
        ofGraph(
            "multicast is forwarded",
            g -> {
              for (Matcher route : g.matching("[^/]+/route")) {
                List<Branch> others = new ArrayList<>(g.branchesOf(route.group()));
                others.removeIf(
                    b -> b.why().filter(w -> w.stage().equals("multicast")).isPresent());
                g.branches(route.group(), others);
              }
            }));
  }

  /** Effects of a kind are left out everywhere. */
  private static void effect(Rewriting graph, Predicate<Effect> left) {
    graph.eachEffect(effects -> effects.stream().filter(e -> !left.test(e)).toList());
  }

  private static boolean noQuotes(Effect effect) {
    return effect instanceof TranslateQuoted;
  }

  private static boolean rewrites(Effect effect, boolean source) {
    return effect instanceof Translate translate && translate.source() == source;
  }

  private static Branch to(Next next, Effect... effects) {
    return new Branch(Pred.TRUE, List.of(effects), next, Optional.empty());
  }

  private static Branch to(Pred when, Next next, Effect... effects) {
    return new Branch(when, List.of(effects), next, Optional.empty());
  }

  private static boolean ofTimeToLive(Branch branch) {
    return branch.guard().equals(new Pred.InRange(Fields.TTL, 0, 1));
  }

  private static void prepend(Rewriting graph, String name, Branch... first) {
    List<Branch> list = new ArrayList<>(List.of(first));
    list.addAll(graph.branchesOf(name));
    graph.branches(name, list);
  }

  private static void checkFirst(Rewriting graph) {
    for (Matcher nat : graph.matching("([^/]+)/prerouting/nat/nat")) {
      String host = nat.group(1);
      String early = host + "/route/early";
      Map<String, String> ways =
          Map.of(host + "/input", nat.group(), host + "/route/local/source", early + "/source");
      graph.copy(host + "/route/local", early, ways);
      graph.copy(host + "/route/local/source", early + "/source", ways);
      graph.straight(early).straight(early + "/source").redirect(nat.group(), early);
      graph.branches(host + "/route/local", to(graph.to(host + "/input")));
      graph.branches(host + "/route/transit", to(graph.to(host + "/forward")));
    }
  }

  private static void martiansFirst(Rewriting graph) {
    for (Matcher nat : graph.matching("([^/]+)/prerouting/nat/nat")) {
      String host = nat.group(1);
      List<Branch> all = graph.branchesOf(host + "/route");
      List<Branch> early =
          new ArrayList<>(
              all.stream()
                  .filter(b -> b.why().filter(w -> w.stage().equals("martian")).isPresent())
                  .toList());
      early.add(to(graph.to(nat.group())));
      String martians = host + "/route/martians";
      graph.branches(martians, early).straight(martians).redirect(nat.group(), martians);
      graph.branches(host + "/route", all.get(0), all.get(all.size() - 1));
    }
  }

  private static void unNatFirst(Rewriting graph) {
    for (Matcher translate : graph.matching("([^/]+)/postrouting/nat/translate")) {
      String host = translate.group(1);
      int number = hostNumber(graph, translate.group());
      String early = host + "/route/translated";
      graph.branches(
          early,
          to(Pred.is(Fields.CT_REPLY, 1), graph.to(host + "/route"), new Translate(number, true)),
          to(graph.to(host + "/route")));
      graph.straight(early).redirect(host + "/route", early);
    }
  }

  private static int hostNumber(Rewriting graph, String translate) {
    return graph.branchesOf(translate).stream()
        .flatMap(b -> b.effects().stream())
        .filter(e -> e instanceof Translate)
        .map(e -> ((Translate) e).host())
        .findFirst()
        .orElseThrow();
  }

  /** The stages of each box, in order. */
  private static final Map<String, List<String>> STAGES =
      Map.of(
          "prerouting", List.of("raw", "conntrack", "mangle", "nat"),
          "forward", List.of("0", "mangle", "filter", "security"),
          "postrouting", List.of("mangle", "nat", "confirm"));

  private static final Map<String, String> OUT =
      Map.of("prerouting", "route", "forward", "postrouting", "postrouting", "egress");

  /** Where a stage of a box begins, if the host has it. */
  private static Optional<String> stage(Rewriting graph, String box, String stage) {
    for (String entry : List.of("nat", "conntrack", "before", "ttl", "confirm", "rules")) {
      String name = box + "/" + stage + "/" + entry;
      if (graph.has(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Where packets of a host go that pass a stage. */
  private static String behind(Rewriting graph, String host, String box, String stage) {
    List<String> stages = STAGES.get(box);
    return stages.subList(stages.indexOf(stage) + 1, stages.size()).stream()
        .flatMap(later -> stage(graph, host + "/" + box, later).stream())
        .findFirst()
        .orElse(host + "/" + OUT.get(box));
  }

  /** Whether a host has chains of nft between the stages that every host may have. */
  private static boolean ownOrder(Rewriting graph, String host) {
    return !graph.matching(host + "/[a-z]+/nft/.*").isEmpty();
  }

  /** Exchanges two stages where a host has both, and nothing between them. */
  private static void swap(Rewriting graph, String box, String first, String second) {
    for (Matcher at : graph.matching("([^/]+)/" + box)) {
      String name = at.group();
      Optional<String> one = stage(graph, name, first);
      Optional<String> two = stage(graph, name, second);
      if (one.isEmpty()
          || two.isEmpty()
          || ownOrder(graph, at.group(1))
          || !behind(graph, at.group(1), box, first).equals(two.get())) {
        continue;
      }
      String out = behind(graph, at.group(1), box, second);
      for (Matcher inside : graph.matching(name + "/" + first + "/.*")) {
        graph.copy(inside.group(), inside.group(), Map.of(two.get(), out));
        graph.straight(inside.group());
      }
      for (Matcher inside : graph.matching(name + "/" + second + "/.*")) {
        graph.copy(inside.group(), inside.group(), Map.of(out, one.get()));
        graph.straight(inside.group());
      }
      graph.redirect(one.get(), two.get());
    }
  }

  /** The rules of a stage are not asked. */
  private static void skip(Rewriting graph, String stage) {
    for (Matcher rules : graph.matching("([^/]+)/" + stage + "/rules")) {
      String policy = rules.group().replace("/rules", "/policy");
      String out = accepted(graph, policy);
      if (!out.isEmpty()) {
        graph.redirect(rules.group(), out);
      }
    }
  }

  private static String accepted(Rewriting graph, String policy) {
    return graph.branchesOf(policy).get(0).next().in(new Going());
  }

  private static void shortestFirst(Rewriting graph) {
    for (Matcher table : graph.matching("[^/]+/fib/table/(main|t1|t2)(/longer-than-[0-9]+)?")) {
      List<Branch> all = new ArrayList<>(graph.branchesOf(table.group()));
      Branch none = all.remove(all.size() - 1);
      Collections.reverse(all);
      all.add(none);
      graph.branches(table.group(), all);
    }
  }

  private static void reroute(Rewriting graph, Pred same) {
    for (Matcher after : graph.matching("[^/]+/output/[a-z]+/reroute")) {
      List<Branch> all = new ArrayList<>(graph.branchesOf(after.group()));
      Branch stays = all.get(0);
      all.set(0, new Branch(same, stays.effects(), stays.next(), stays.why()));
      graph.branches(after.group(), all);
    }
  }

  private static void rerouted(Rewriting graph, Effect more) {
    for (Matcher after : graph.matching("[^/]+/output/[a-z]+/rerouted")) {
      List<Branch> all = new ArrayList<>();
      for (Branch branch : graph.branchesOf(after.group())) {
        List<Effect> effects = new ArrayList<>(List.of(more));
        effects.addAll(branch.effects());
        all.add(new Branch(branch.guard(), effects, branch.next(), branch.why()));
      }
      graph.branches(after.group(), all);
    }
  }

  private static void sourceKeys(Rewriting graph, Field key, Effect instead) {
    for (Matcher check : graph.matching("[^/]+/route/(local|transit|everybody)")) {
      keys(graph, check.group(), key, instead);
    }
  }

  private static void arrivingKeys(Rewriting graph, Field key, Effect instead) {
    for (Matcher lookup : graph.matching("[^/]+/route/lookup")) {
      keys(graph, lookup.group(), key, instead);
    }
  }

  private static void asLocal(Rewriting graph) {
    for (Matcher lookup : graph.matching("([^/]+)/route/lookup")) {
      Effect loopback =
          graph.branchesOf(lookup.group(1) + "/send/ask").stream()
              .flatMap(branch -> branch.effects().stream())
              .filter(e -> writes(e, Fields.KEY_IIF))
              .findFirst()
              .orElseThrow();
      keys(graph, lookup.group(), Fields.KEY_IIF, loopback);
    }
  }

  private static void keys(Rewriting graph, String name, Field key, Effect instead) {
    UnaryOperator<Effect> exchange = effect -> writes(effect, key) ? instead : effect;
    graph.branches(
        name,
        graph.branchesOf(name).stream()
            .map(
                b ->
                    new Branch(
                        b.guard(), b.effects().stream().map(exchange).toList(), b.next(), b.why()))
            .toList());
  }

  private static boolean writes(Effect effect, Field field) {
    return effect instanceof Effect.Copy copy && copy.to().equals(field)
        || effect instanceof Effect.Set set && set.field().equals(field);
  }

  private static void strangers(Rewriting graph) {
    for (Matcher find : graph.matching("(.*)/find")) {
      String asked = find.group() + "/forth";
      graph.copy(find.group(), asked, Map.of()).straight(asked);
      graph.branches(
          find.group(),
          to(Pred.is(Fields.PHASE, 1), graph.to(find.group(1) + "/new")),
          to(Pred.is(Fields.PHASE, 3), graph.to(find.group(1) + "/new")),
          to(graph.to(asked)));
    }
  }

  private static void newAnswers(Rewriting graph) {
    for (Matcher nat : graph.matching("(.*)/prerouting/conntrack/find")) {
      if (ownOrder(graph, nat.group(1))) {
        continue;
      }
      String out = behind(graph, nat.group(1), "prerouting", "conntrack");
      String forgets = nat.group(1) + "/prerouting/conntrack/forgets";
      graph.branches(
          forgets,
          to(
              Pred.is(Fields.CT_REPLY, 1),
              graph.to(out),
              new Effect.Set(Fields.CT_STATE, CtState.NEW.value())),
          to(graph.to(out)));
      graph.straight(forgets).redirect(out, forgets);
    }
  }

  private static void everyPacket(Rewriting graph) {
    for (Matcher nat : graph.matching("[^/]+/(prerouting|postrouting|input|output)/nat/nat")) {
      List<Branch> all = new ArrayList<>(graph.branchesOf(nat.group()));
      Branch fresh = all.get(0);
      Pred any =
          new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.ESTABLISHED.value());
      all.set(0, new Branch(any, fresh.effects(), fresh.next(), fresh.why()));
      graph.branches(nat.group(), all);
    }
  }

  private static void unconfirmed(Rewriting graph) {
    for (Matcher confirm : graph.matching("(.*)/confirm")) {
      List<Branch> all = graph.branchesOf(confirm.group());
      graph.branches(confirm.group(), all.get(all.size() - 1));
    }
  }

  private static void markCrosses(Rewriting graph) {
    graph.eachBranch(
        branch ->
            branch.next() instanceof Next.Cross
                ? new Branch(
                    branch.guard(),
                    branch.effects().stream().map(GraphMutants::withoutMark).toList(),
                    branch.next(),
                    branch.why())
                : branch);
  }

  private static Effect withoutMark(Effect effect) {
    return effect instanceof Effect.Clear clear
        ? new Effect.Clear(clear.fields().stream().filter(f -> !f.equals(Fields.MARK)).toList())
        : effect;
  }

  private static void binding(Rewriting graph, boolean source) {
    graph.eachEffect(
        effects ->
            effects.stream()
                .map(e -> e instanceof Bind bind && bind.source() == source ? portless(bind) : e)
                .toList());
  }

  private static Effect portless(Bind bind) {
    NatRange range = bind.range();
    NatRange addresses = range.addresses().map(a -> NatRange.to(a.first())).orElse(NatRange.KEEP);
    return new Bind(bind.host(), bind.source(), addresses, bind.address(), bind.port());
  }

  /** Rules of POSTROUTING that ask for the next hop do not ask. */
  private static void firstAddress(Rewriting graph) {
    for (Matcher rule : graph.matching("[^/]+/postrouting/nat/0/[0-9]+")) {
      List<Branch> plain =
          graph.branchesOf(rule.group()).stream()
              .filter(b -> !b.guard().toString().contains(Fields.NEXTHOP.name()))
              .toList();
      graph.branches(rule.group(), plain);
    }
  }

  private static void acknowledging(Rewriting graph) {
    graph.eachEffect(
        effects ->
            effects.stream()
                .map(
                    e ->
                        e.equals(new Effect.Flip(Fields.TCP_FLAGS, TcpFlags.ACK))
                            ? new Effect.Set(Fields.TCP_FLAGS, TcpFlags.RST | TcpFlags.ACK)
                            : e)
                .toList());
  }
}
