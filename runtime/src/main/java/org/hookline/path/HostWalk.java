package org.hookline.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Host;
import org.hookline.model.Port;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.SourceChoice;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.RuleTable;
import org.hookline.packet.CtState;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;
import org.hookline.source.Origin;

/** One host while its steps are being built: names, numbers and the small words of the boxes. */
final class HostWalk implements RuleContext {
  private static final List<Field> LOCAL =
      Fields.standard().stream().filter(f -> f.scope() == Scope.LOCAL).toList();

  private final Host host;
  private final Numbering numbers;
  private final StepGraph.Builder graph;
  private final Observations seen;
  private final boolean conntrack;
  private final Set<Label> used = new HashSet<>();
  private String rule = "";
  private boolean ofNft = false;

  HostWalk(Host host, Numbering numbers, StepGraph.Builder graph, Observations seen) {
    this.seen = seen;
    this.host = host;
    this.numbers = numbers;
    this.graph = graph;
    this.conntrack = host.tracksConnections();
  }

  Host model() {
    return host;
  }

  StepGraph.Builder graph() {
    return graph;
  }

  /** Whether some rule made the kernel register conntrack here. */
  boolean tracks() {
    return conntrack;
  }

  @Override
  public int host() {
    return numbers.host(host.name());
  }

  @Override
  public List<Interface> interfaces() {
    return host.interfaces();
  }

  /** How this host chooses source addresses. */
  SourceChoice sources() {
    return new SourceChoice(
        host.interfaces(), iface -> host.sysctls().either("route_localnet", iface));
  }

  @Override
  public int numberOf(String iface) {
    return numbers.port(new Port(host.name(), iface));
  }

  @Override
  public Choice choice(String what, Choice.Kind kind, Choice.Span span, int width) {
    return new Choice(rule + "/" + what, kind, span, width);
  }

  /**
   * A template counts for iptables, whose questions it answers as a connection of no address.
   *
   * <p>kernel: net/netfilter/nft_ct.c nft_ct_get_eval(), nf_ct_is_template()
   */
  @Override
  public Pred connected() {
    CtState first = ofNft ? CtState.NEW : CtState.TEMPLATE;
    return new Pred.InRange(Fields.CT_STATE, first.value(), CtState.RELATED.value());
  }

  @Override
  public List<Effect> bound(NatRange range) {
    return seen.bound(host.name(), range);
  }

  @Override
  public List<Route> localRoutes() {
    LiveHops alive = new LiveHops(host);
    return host.table("local").map(RouteTable::routes).orElse(List.of()).stream()
        .filter(alive::usable)
        .toList();
  }

  /** Any next hop of a multipath route will do (kernel: fib_info_nh_uses_dev()). */
  @Override
  public Pred routeUsesArrival() {
    List<Pred> ways = new ArrayList<>();
    ways.add(Pred.and(Pred.is(Fields.ROUTE_MULTIPATH, 0), Pred.same(Fields.ROUTE_DEV, Fields.IIF)));
    List<Route> routes = Multipath.routes(this);
    for (int i = 0; i < routes.size(); i++) {
      List<Pred> hops = new ArrayList<>();
      routes.get(i).hops().forEach(h -> hops.add(Pred.is(Fields.IIF, numberOf(h.dev()))));
      ways.add(Pred.and(Pred.is(Fields.ROUTE_MULTIPATH, i + 1), Pred.or(hops)));
    }
    return Pred.or(ways);
  }

  /** Whether loopback addresses may cross the wire of an interface. */
  boolean routesLoopback(String iface) {
    return host.kernel().has(Behaviours.ROUTE_LOCALNET)
        && host.sysctls().either("route_localnet", iface);
  }

  /** Says which table's rules are built next. */
  void inTable(RuleTable table) {
    ofNft = table instanceof NftTable;
  }

  /** Says which rule or stage the next choices belong to. */
  void choosingFor(String name) {
    rule = name;
  }

  /** A place of this host, by name below the host. */
  Label at(String name) {
    return graph.label(host.name() + "/" + name);
  }

  /** Whether this is the first time that somebody asks for a shared part. */
  boolean firstUse(Label part) {
    return used.add(part);
  }

  /** Builds stages one behind the other, the last one leading to {@code next}. */
  Label box(String name, Label next, Stage... stages) {
    Label label = next;
    for (int i = stages.length - 1; i >= 0; i--) {
      label = stages[i].before(this, name + "/" + i, label);
    }
    Label entry = at(name);
    graph.branches(entry, pass(label));
    return entry;
  }

  /** The effects with which a packet arrives at another interface: it forgets the host it left. */
  static List<Effect> arriving(int port) {
    return List.of(new Effect.Clear(LOCAL), new Effect.Set(Fields.IIF, port));
  }

  /**
   * Forgets everything for an answer of the kernel, which keeps the mark where a sysctl says so.
   *
   * <p>kernel: include/net/sock.h IP4_REPLY_MARK(), fwmark_reflect
   */
  Effect forgetForReply() {
    return new Effect.Clear(forgottenByReply());
  }

  List<Field> forgottenByReply() {
    return forgotten("net.ipv4.fwmark_reflect");
  }

  /** The same for an accepted connection (kernel: inet_request_mark(), tcp_fwmark_accept). */
  Effect forgetForAccepted() {
    return new Effect.Clear(forgotten("net.ipv4.tcp_fwmark_accept"));
  }

  private List<Field> forgotten(String keepsMark) {
    boolean keeps = host.sysctls().number(keepsMark) != 0;
    return LOCAL.stream().filter(f -> !keeps || !f.equals(Fields.MARK)).toList();
  }

  /** Forgets everything that belongs to a packet inside one host. */
  static Effect forget() {
    return new Effect.Clear(LOCAL);
  }

  static Branch pass(Label next, Effect... effects) {
    return when(Pred.TRUE, next, effects);
  }

  static Branch when(Pred guard, Label next, Effect... effects) {
    return new Branch(guard, List.of(effects), new Next.Goto(next), Optional.empty());
  }

  static Branch when(Pred guard, Why why, Label next, Effect... effects) {
    return new Branch(guard, List.of(effects), new Next.Goto(next), Optional.of(why));
  }

  /** Ends the packet here with the kernel's drop reason. */
  Branch drop(Pred guard, String reason, Why why) {
    return new Branch(guard, List.of(), dropped(reason), Optional.of(why));
  }

  Next dropped(String reason) {
    return new Next.End(new Fate(Fate.Outcome.DROPPED, host.name(), reason));
  }

  /** The text behind a sysctl, if somebody wrote it. */
  Origin sysctl(String name) {
    return host.sysctls().get(name).map(s -> s.origin()).orElse(Origin.NONE);
  }
}
