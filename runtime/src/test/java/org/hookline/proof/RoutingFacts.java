package org.hookline.proof;

import static org.hookline.proof.Diamond.deaf;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.marked;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.of;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.SelectorDraft.all;
import static org.hookline.testing.SelectorDraft.not;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.Protocol;
import org.hookline.model.Network;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.testing.HostDraft;
import org.hookline.testing.RouteDraft;
import org.hookline.testing.SelectorDraft;

/** Which route is taken, and what happens when there is none. */
final class RoutingFacts {
  private static final String FAR = "10.9.0.1";
  private static final String FAR_PREFIX = "10.9.0.0/16";

  private RoutingFacts() {}

  static List<Fact> facts() {
    return List.of(
        far("the longest prefix wins, whatever the metric", RoutingFacts::longestPrefix),
        far("of equal prefixes the lower metric wins", RoutingFacts::metric),
        far("rules are asked in the order of their preference", RoutingFacts::order),
        far("an empty table leads to the next rule", RoutingFacts::empty),
        far("a throw route leads to the next rule", RoutingFacts::thrown),
        far("a suppressed default leads to the next rule", r -> suppressed(r, "default")),
        far("a longer prefix is not suppressed", r -> suppressed(r, FAR_PREFIX)),
        far("a negated selector matches the others", r -> selected(r, not().from("10.1.0.9"))),
        far("a negated selector does not match its own", r -> selected(r, not().from("10.1.0.2"))),
        far("iif matches where the packet came in", r -> selected(r, all().iif("e0"))),
        far("iif of another interface does not match", r -> selected(r, all().iif("e1"))),
        far("iif lo does not match what is forwarded", r -> selected(r, all().iif("lo"))),
        far("oif does not match what is forwarded", r -> selected(r, all().oif("e2"))),
        far("ports of a rule match forwarded packets", RoutingFacts::ports),
        far("the other protocol's rule does not match", r -> selected(r, all().ipproto("tcp"))),
        far("uid 0 is the owner of forwarded packets", r -> selected(r, all().uids(0, 0))),
        far("other uids are not", r -> selected(r, all().uids(1, 1000))),
        far("goto leaves rules out", RoutingFacts::leap),
        far("a mark of PREROUTING chooses the table", r -> markedInside(r, 0x15, "0x5/0xf")),
        far("a masked mark that differs does not", r -> markedInside(r, 0x16, "0x5/0xf")),
        far("a blackhole is silent", r -> r.route(of(RouteType.BLACKHOLE, FAR_PREFIX))),
        far(
            "an unreachable route is answered",
            r -> r.route(of(RouteType.UNREACHABLE, "10.9.0.1"))),
        far("a prohibit route is answered", r -> r.route(of(RouteType.PROHIBIT, FAR_PREFIX))),
        far("a rule may say unreachable", r -> says(r, new RuleAction.Unreachable())),
        far("a rule may say prohibit", r -> says(r, new RuleAction.Prohibit())),
        far("a rule may say blackhole", r -> says(r, new RuleAction.Blackhole())),
        far("without any route the sender is told", r -> {}),
        new Fact(
            "a router without forwarding is silent",
            north(r -> r.sysctl("net.ipv4.ip_forward", 0)),
            udp("c", FAR, 53)),
        new Fact(
            "a router without forwarding answers on its far address",
            north(r -> r.sysctl("net.ipv4.ip_forward", 0)),
            udp("c", "10.3.0.1", 53)),
        new Fact(
            "forwarding is judged where the packet comes in",
            north(r -> r.conf("e0", "forwarding", 0)),
            udp("c", FAR, 53)),
        new Fact(
            "the mark of a socket ends with its host",
            router(r -> selected(r, all().fwmark("0x7"))),
            marked(Protocol.UDP, "c", FAR, 53, 7)),
        new Fact(
            "the mark of a socket chooses its own host's table",
            north("c", RoutingFacts::blindTable, r -> {}),
            marked(Protocol.UDP, "c", FAR, 53, 7)),
        new Fact(
            "a packet with one hop left is not forwarded",
            deaf(r -> {}),
            Fact.frame("r", "e0", "udp 10.1.0.2:40000 > 10.9.0.1:53", 1)),
        new Fact(
            "a packet with one hop left does not reach the forward hook",
            deaf(r -> r.policyDrop(TableName.FILTER, "FORWARD")),
            Fact.frame("r", "e0", "udp 10.1.0.2:40000 > 10.9.0.1:53", 1)),
        new Fact(
            "a packet with two hops left is forwarded with one",
            deaf(r -> {}),
            Fact.frame("r", "e0", "udp 10.1.0.2:40000 > 10.9.0.1:53", 2)),
        new Fact(
            "a packet with one hop left is delivered",
            deaf(r -> {}),
            Fact.frame("r", "e0", "udp 10.1.0.2:40000 > 10.1.0.1:53", 1)),
        new Fact(
            "the identifier of an echo request is no port",
            router(r -> selected(r, all().sport("" + Fact.SPORT))),
            Fact.ping("c", FAR)),
        new Fact(
            "type and code of ICMP are a destination port to who sends it",
            router(r -> selected(r, all().ipproto("icmp").dport("2048"))),
            Fact.ping("r", FAR)),
        new Fact(
            "type and code of ICMP are no port to who forwards it",
            router(r -> selected(r, all().ipproto("icmp").dport("2048"))),
            Fact.ping("c", FAR)),
        new Fact(
            "another type of ICMP is another destination port",
            router(r -> selected(r, all().ipproto("icmp").dport("2049-3000"))),
            Fact.ping("r", FAR)),
        new Fact(
            "type and code of an ICMP error are a destination port",
            north(
                r ->
                    r.route("t1", of(RouteType.BLACKHOLE, "default"))
                        .rule(100, all().ipproto("icmp").dport("771"), "t1")),
            udp("c", "10.1.0.1", 9)),
        new Fact(
            "type and code of ICMP are no port to a packet that is routed again",
            router(
                r -> {
                  selected(r, all().ipproto("icmp").dport("2048"));
                  r.append(TableName.MANGLE, "OUTPUT", new MarkSet(MaskedMark.exactly(3)));
                }),
            Fact.ping("r", FAR)),
        new Fact(
            "the identifier of an echo request is no port to who sends it",
            router(r -> selected(r, all().ipproto("icmp").sport("" + Fact.SPORT))),
            Fact.ping("r", FAR)),
        new Fact("nobody listens on a udp port", north(r -> {}), udp("c", FAR, 9)),
        new Fact("nobody listens on a tcp port", north(r -> {}), tcp("c", FAR, 9)));
  }

  private static Fact far(String name, Consumer<HostDraft> bend) {
    Network network = router(bend);
    return new Fact(name, network, udp("c", FAR, 53));
  }

  private static RouteDraft byNorth(String prefix) {
    return to(prefix).via("10.2.0.2", "e1");
  }

  private static RouteDraft bySouth(String prefix) {
    return to(prefix).via("10.3.0.2", "e2");
  }

  private static void longestPrefix(HostDraft r) {
    r.route(byNorth(FAR_PREFIX)).route(bySouth("10.9.0.0/24").metric(100));
  }

  private static void metric(HostDraft r) {
    r.route(byNorth(FAR_PREFIX).metric(50)).route(bySouth(FAR_PREFIX).metric(10));
  }

  private static void order(HostDraft r) {
    r.route("t1", bySouth("default")).route("t2", byNorth("default"));
    r.rule(200, all().to(FAR), "t2").rule(100, all().from("10.1.0.2"), "t1");
  }

  private static void empty(HostDraft r) {
    r.route("t1", bySouth("10.77.0.0/16")).route(byNorth(FAR_PREFIX));
    r.rule(100, all().to(FAR), "t1");
  }

  private static void thrown(HostDraft r) {
    r.route("t1", of(RouteType.THROW, FAR_PREFIX)).route("t1", bySouth("default"));
    r.route(byNorth(FAR_PREFIX));
    r.rule(100, all().to(FAR), "t1");
  }

  private static void suppressed(HostDraft r, String prefix) {
    r.route(byNorth(prefix)).route("t1", bySouth("default"));
    r.rule(100, all().done(), new RuleAction.Lookup("main", OptionalInt.of(0)));
    r.rule(200, all().to(FAR), "t1");
  }

  /** By the south when the selector matches, else by the north. */
  static void selected(HostDraft r, SelectorDraft selector) {
    r.route(byNorth(FAR_PREFIX)).route("t1", bySouth("default"));
    r.rule(100, selector, "t1");
  }

  private static void ports(HostDraft r) {
    selected(r, all().ipproto("udp").dport("50-60").sport("40000"));
  }

  private static void leap(HostDraft r) {
    selected(r, all().to(FAR));
    r.rule(50, all().done(), new RuleAction.Goto(32766));
  }

  private static void markedInside(HostDraft r, long mark, String selected) {
    selected(r, all().fwmark(selected));
    r.append(TableName.MANGLE, "PREROUTING", new MarkSet(MaskedMark.exactly(mark)));
  }

  private static void says(HostDraft r, RuleAction action) {
    r.route(byNorth(FAR_PREFIX));
    r.rule(100, all().to(FAR).done(), action);
  }

  private static void blindTable(HostDraft c) {
    c.route("t1", of(RouteType.UNREACHABLE, "default"));
    c.rule(100, all().fwmark("0x7"), "t1");
  }
}
