package org.hookline.proof;

import static org.hookline.addr.Protocol.TCP;
import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.model.rule.TableName.RAW;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.bound;
import static org.hookline.proof.Fact.marked;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.of;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.daddr;
import static org.hookline.testing.RuleWords.dnat;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.RuleWords.masquerade;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hookline.addr.PortRange;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.Redirect;
import org.hookline.testing.HostDraft;
import org.hookline.testing.SelectorDraft;

/** What a host sends itself: its first route, its source address, and the second route. */
final class LocalFacts {
  private static final String FAR = "10.9.0.1";

  private LocalFacts() {}

  /** The router itself sends to the server, by the north unless marked. */
  private static Consumer<HostDraft> twoWays(Consumer<HostDraft> more) {
    return r -> {
      r.route(to("10.9.0.0/16").via("10.2.0.2", "e1"));
      r.route("t1", to("default").via("10.3.0.2", "e2").source("10.3.0.1"));
      more.accept(r);
    };
  }

  private static Fact sends(String name, Consumer<HostDraft> more) {
    return new Fact(name, router(twoWays(more)), udp("r", FAR, 53));
  }

  private static void onMark(HostDraft r) {
    r.rule(100, all().fwmark("0x1"), "t1");
  }

  static List<Fact> facts() {
    return java.util.stream.Stream.of(sources(), reroutes(), loops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fact> sources() {
    return List.of(
        sends("an unbound socket gets the address of its way out", r -> {}),
        new Fact(
            "a route's source is taken",
            router(r -> r.route(to("10.9.0.0/16").via("10.2.0.2", "e1").source("10.3.0.1"))),
            udp("r", FAR, 53)),
        new Fact(
            "of several addresses the one of the gateway's subnet is taken",
            router(
                r -> r.iface("e3", "10.4.0.1/24").route(to("10.9.0.0/16").via("10.2.0.2", "e1"))),
            udp("r", FAR, 53)),
        sends("a rule from an address is not asked while there is none", r -> from(r)),
        new Fact(
            "a bound socket is routed by its address",
            router(twoWays(LocalFacts::from)),
            bound(UDP, "r", "10.3.0.1", FAR, 53)),
        new Fact(
            "a connection asks again with the address it got",
            router(
                twoWays(
                    r -> {
                      r.rule(100, all().from("10.2.0.1"), "t1");
                    })),
            tcp("r", FAR, 53)),
        new Fact(
            "a socket's mark is part of the first route",
            router(twoWays(LocalFacts::onMark)),
            marked(UDP, "r", FAR, 53, 1)),
        sends("iif lo matches what is sent here", r -> selected(r, all().iif("lo"))),
        sends("iif of an interface does not", r -> selected(r, all().iif("e0"))),
        sends("a rule for a port is asked", r -> selected(r, all().ipproto("udp").dport("53"))),
        new Fact(
            "sending into a blackhole",
            router(r -> r.route(of(RouteType.BLACKHOLE, "10.9.0.0/16"))),
            udp("r", FAR, 53)),
        new Fact(
            "sending where it is prohibited",
            router(r -> r.route(of(RouteType.PROHIBIT, "10.9.0.0/16"))),
            udp("r", FAR, 53)),
        new Fact("sending nowhere", router(r -> {}), tcp("r", FAR, 53)));
  }

  private static void from(HostDraft r) {
    r.rule(100, all().from("10.3.0.1"), "t1");
  }

  private static void selected(HostDraft r, SelectorDraft selector) {
    r.rule(100, selector, "t1");
  }

  private static List<Fact> reroutes() {
    return List.of(
        sends(
            "a mark in mangle output routes again and keeps the address",
            r -> {
              onMark(r);
              r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
            }),
        new Fact(
            "a connection too",
            router(
                twoWays(
                    r -> {
                      onMark(r);
                      r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
                    })),
            tcp("r", FAR, 53)),
        new Fact(
            "a ping too",
            router(
                twoWays(
                    r -> {
                      onMark(r);
                      r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
                    })),
            ping("r", FAR)),
        sends(
            "a mark in filter output does not route again",
            r -> {
              onMark(r);
              r.append(FILTER, "OUTPUT", mark("0x1"), daddr(FAR));
            }),
        sends(
            "a mark in raw output does not route again",
            r -> {
              onMark(r);
              r.append(RAW, "OUTPUT", mark("0x1"), daddr(FAR));
            }),
        sends(
            "a mark that is taken back does not route again",
            r -> {
              onMark(r);
              r.append(RAW, "OUTPUT", mark("0x1"))
                  .append(MANGLE, "OUTPUT", mark("0x2"))
                  .append(MANGLE, "OUTPUT", mark("0x1"));
            }),
        sends(
            "the second route does not ask for ports",
            r -> {
              r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
              r.route("t2", of(RouteType.BLACKHOLE, "default"));
              r.rule(90, all().fwmark("0x1").ipproto("udp").dport("53"), "t2");
              r.rule(100, all().fwmark("0x1"), "t1");
            }),
        sends(
            "filter output sees the first interface, postrouting the second",
            r -> {
              onMark(r);
              r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
              r.append(FILTER, "OUTPUT", new Drop(), new Oif(false, "e2"));
              r.append(NAT, "POSTROUTING", masquerade(), new Oif(false, "e2"));
            }),
        sends(
            "filter output drops by the first interface",
            r -> {
              onMark(r);
              r.append(MANGLE, "OUTPUT", mark("0x1"), daddr(FAR));
              r.append(FILTER, "OUTPUT", new Drop(), new Oif(false, "e1"));
            }),
        sends(
            "a new destination is routed again",
            r ->
                r.append(NAT, "OUTPUT", dnat("10.77.0.1"), daddr(FAR))
                    .route(to("10.77.0.0/16").via("10.3.0.2", "e2"))),
        sends(
            "a new port alone is not",
            r -> {
              onMark(r);
              r.append(RAW, "OUTPUT", mark("0x1"))
                  .append(NAT, "OUTPUT", dnat("10.9.0.1", "8001"), dport(UDP, "53"));
            }));
  }

  private static List<Fact> loops() {
    return List.of(
        new Fact("the host's own address is loopback", router(r -> {}), udp("r", "10.3.0.1", 53)),
        new Fact(
            "input is asked on loopback too",
            router(r -> r.append(FILTER, "INPUT", new Drop(), dport(UDP, "53"))),
            udp("r", "10.3.0.1", 53)),
        new Fact(
            "redirected output comes to 127.0.0.1",
            router(
                twoWays(
                    r ->
                        r.append(
                            NAT,
                            "OUTPUT",
                            new Redirect(Optional.of(PortRange.of(8001))),
                            dport(TCP, "53")))),
            tcp("r", FAR, 53)));
  }
}
