package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;
import org.hookline.model.rule.Verdict;
import org.hookline.model.rule.target.Reject;
import org.hookline.packet.Fields;

/**
 * The rules of one table at one hook. A rule that accepts ends this chain only: the next base chain
 * of the hook is asked all the same.
 *
 * <p>A user chain is built once a host and called: a rule in it that accepts raises {@link
 * Fields#ACCEPTED} and returns, so that every caller on the way can leave the table too.
 *
 * <p>kernel: net/ipv4/netfilter/ip_tables.c ipt_do_table(), net/netfilter/nf_tables_core.c
 * nft_do_chain()
 */
final class PacketTableStage {
  private final HostWalk walk;
  private final RuleTable table;
  private final Hook hook;

  private PacketTableStage(HostWalk walk, BaseChain base) {
    this.walk = walk;
    this.table = base.table();
    this.hook = base.hook();
  }

  /** The rules of a chain that the kernel calls. */
  static Stage of(BaseChain base) {
    return (walk, prefix, next) ->
        new PacketTableStage(walk, base).base(base.chain(), prefix, next);
  }

  private Label base(Chain chain, String prefix, Label next) {
    walk.inTable(table);
    if (chain.rules().isEmpty() && !chain.policyDrop()) {
      Label empty = walk.at(prefix + "/empty/" + place(chain));
      walk.graph().branches(empty, HostWalk.pass(next));
      return empty;
    }
    Label policy = walk.at(prefix + "/policy");
    Why why =
        new Why(
            stage(chain),
            "policy " + (chain.policyDrop() ? "drop" : "accept"),
            List.of(),
            Optional.of(place(chain) + "/policy"),
            chain.origin());
    walk.graph()
        .branches(
            policy,
            chain.policyDrop()
                ? walk.drop(Pred.TRUE, "NETFILTER_DROP", why)
                : HostWalk.when(Pred.TRUE, why, next));
    Next accepted = new Next.Goto(next);
    return rules(chain, prefix, new Exits(accepted, List.of(), new Next.Goto(policy)));
  }

  private String stage(Chain chain) {
    return table.title() + " " + chain.name();
  }

  /** {@code filter/mine}, {@code nft/inet/fw/mine}. */
  private String place(Chain chain) {
    return table.title().replace(' ', '/') + "/" + chain.name();
  }

  /**
   * Where a chain's packets go.
   *
   * @param accept behind the table
   * @param accepting what must be written down when a rule accepts
   * @param end behind the last rule, and for {@code return}
   * @param then behind the rules of one step
   */
  private record Exits(Next accept, List<Effect> accepting, Next end, Next then) {
    Exits(Exits outer, Next then) {
      this(outer.accept, outer.accepting, outer.end, then);
    }

    Exits(Next accept, List<Effect> accepting, Next end) {
      this(accept, accepting, end, end);
    }
  }

  /**
   * Builds the rules from the last to the first. Rules that only decide are collected into one
   * step; one that changes the packet, or comes back, ends a collection.
   */
  private Label rules(Chain chain, String prefix, Exits exits) {
    Next then = exits.end();
    int end = chain.rules().size();
    while (end > 0) {
      int start = end - 1;
      while (start > 0 && decidesOnly(chain.rules().get(start - 1)) && together(chain, start)) {
        start--;
      }
      then = new Next.Goto(collection(chain, new Span(start, end), prefix, new Exits(exits, then)));
      end = start;
    }
    Label entry = walk.at(prefix + "/rules");
    walk.graph().branches(entry, new Branch(Pred.TRUE, List.of(), then, Optional.empty()));
    return entry;
  }

  /** Rules from start to end, the end not included. */
  private record Span(int start, int end) {}

  private boolean together(Chain chain, int next) {
    return decidesOnly(chain.rules().get(next));
  }

  private boolean decidesOnly(Rule rule) {
    return routeKeys(rule).isEmpty() && changesNothing(rule);
  }

  private boolean changesNothing(Rule rule) {
    return rule.target().lower(walk).stream()
        .allMatch(o -> o.effects().isEmpty() && o.verdict().isFinal());
  }

  private List<Effect> routeKeys(Rule rule) {
    return rule.matches().stream().flatMap(m -> m.routeKeys(walk).stream()).toList();
  }

  private Label collection(Chain chain, Span span, String prefix, Exits exits) {
    Label here = walk.at(prefix + "/" + (span.start() + 1));
    List<Effect> keys = routeKeys(chain.rules().get(span.start()));
    if (keys.isEmpty()) {
      judged(chain, span, here, exits);
      return here;
    }
    Label judged = walk.at(prefix + "/" + (span.start() + 1) + "/asked");
    Next ask = new Next.Call(walk.at("fib"), judged);
    walk.graph().branches(here, new Branch(Pred.TRUE, keys, ask, Optional.empty()));
    judged(chain, span, judged, exits);
    return here;
  }

  private void judged(Chain chain, Span span, Label here, Exits exits) {
    List<Branch> branches = new ArrayList<>();
    for (int i = span.start(); i < span.end(); i++) {
      walk.choosingFor(walk.model().name() + "/" + place(chain) + "/" + (i + 1));
      Label back = walk.graph().label(here.name() + "/back/" + (i + 1));
      branches.addAll(rule(chain, i, back, exits));
    }
    List<Effect> forget = forgetting(chain.rules().get(span.start()));
    branches.add(new Branch(Pred.TRUE, forget, exits.then(), Optional.empty()));
    walk.graph().branches(here, branches);
  }

  /**
   * @param number from 0
   * @param back where a called chain returns to
   */
  private List<Branch> rule(Chain chain, int number, Label back, Exits exits) {
    Rule rule = chain.rules().get(number);
    String place = place(chain) + "/" + (number + 1);
    Pred matched = Pred.and(rule.matches().stream().map(m -> m.lower(walk)).toList());
    Optional<Why> why =
        Optional.of(
            new Why(
                stage(chain),
                rule.nft(),
                table.iptables(chain, rule),
                Optional.of(place),
                rule.origin()));
    List<Branch> branches = new ArrayList<>();
    for (Outcome outcome : rule.target().lower(walk)) {
      Transfer transfer = outcome.verdict().in(new Transfers(back, exits));
      List<Effect> effects = new ArrayList<>(forgetting(rule));
      effects.addAll(outcome.effects());
      effects.addAll(transfer.effects());
      branches.add(new Branch(Pred.and(matched, outcome.when()), effects, transfer.next(), why));
    }
    return branches;
  }

  /** The route that a rule has asked for is forgotten when the rule is done. */
  private List<Effect> forgetting(Rule rule) {
    return routeKeys(rule).isEmpty() ? List.of() : List.of(new Effect.Clear(RouteLookup.RESULTS));
  }

  /** A verdict as effects and a next step. */
  private record Transfer(List<Effect> effects, Next next) {}

  private final class Transfers implements Verdict.Handler<Transfer> {
    private final Label back;
    private final Exits exits;

    Transfers(Label back, Exits exits) {
      this.back = back;
      this.exits = exits;
    }

    @Override
    public Transfer goOn() {
      return new Transfer(List.of(), exits.then());
    }

    @Override
    public Transfer accept() {
      return new Transfer(exits.accepting(), exits.accept());
    }

    @Override
    public Transfer drop() {
      return new Transfer(List.of(), walk.dropped("NETFILTER_DROP"));
    }

    @Override
    public Transfer reject(RejectWith with) {
      return new Transfer(List.of(), Rejection.at(hook, walk, with));
    }

    @Override
    public Transfer back() {
      return new Transfer(List.of(), exits.end());
    }

    @Override
    public Transfer jump(String chain) {
      return new Transfer(List.of(), call(chain, exits.then()));
    }

    @Override
    public Transfer leap(String chain) {
      return new Transfer(List.of(), call(chain, exits.end()));
    }

    /** Calls a user chain; behind it, an acceptance leaves the table, else {@code otherwise}. */
    private Next call(String chain, Next otherwise) {
      List<Effect> lower = new ArrayList<>(exits.accepting());
      if (lower.isEmpty()) {
        lower.add(new Effect.Set(Fields.ACCEPTED, 0));
      }
      walk.graph()
          .branches(
              back,
              new Branch(Pred.is(Fields.ACCEPTED, 1), lower, exits.accept(), Optional.empty()),
              new Branch(Pred.TRUE, List.of(), otherwise, Optional.empty()));
      return new Next.Call(userChain(chain), back);
    }
  }

  private Label userChain(String name) {
    Chain chain =
        table
            .chain(name)
            .orElseThrow(
                () -> new IllegalStateException("no chain " + name + " in " + table.title()));
    String shared = place(chain) + (rejectsEarly() ? "/early" : "");
    Label entry = walk.at(shared);
    if (walk.firstUse(entry)) {
      Exits exits =
          new Exits(
              new Next.Return(), List.of(new Effect.Set(Fields.ACCEPTED, 1)), new Next.Return());
      Label first = rules(chain, shared, exits);
      walk.graph().branches(entry, HostWalk.pass(first));
    }
    return entry;
  }

  /** Before routing, a rejection answers from elsewhere: such chains are not shared. */
  private boolean rejectsEarly() {
    return hook == Hook.PREROUTING && table.rules().anyMatch(r -> r.target() instanceof Reject);
  }
}
