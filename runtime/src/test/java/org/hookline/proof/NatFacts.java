package org.hookline.proof;

import static org.hookline.addr.Protocol.TCP;
import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.daddr;
import static org.hookline.testing.RuleWords.dnat;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.RuleWords.masquerade;
import static org.hookline.testing.RuleWords.saddr;
import static org.hookline.testing.RuleWords.snat;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.Redirect;
import org.hookline.testing.HostDraft;

/** What is rewritten, when, and what the hooks see of it. */
final class NatFacts {
  private static final String NEAR = "10.1.0.1";
  private static final String FAR = "10.9.0.1";
  private static final ProtocolIs ANY_UDP = new ProtocolIs(false, UDP);
  private static final Oif OUT = new Oif(false, "e1");

  private NatFacts() {}

  private static void published(HostDraft r) {
    r.append(NAT, "PREROUTING", dnat(FAR), daddr(NEAR));
  }

  private static void hidden(HostDraft r) {
    r.append(NAT, "POSTROUTING", masquerade(), OUT);
  }

  private static Fact atPublished(String name, Consumer<HostDraft> more) {
    return new Fact(
        name,
        north(
            r -> {
              published(r);
              more.accept(r);
            }),
        udp("c", NEAR, 53));
  }

  private static Fact behindRouter(String name, Consumer<HostDraft> router) {
    return new Fact(name, north(router), udp("c", FAR, 53));
  }

  static List<Fact> facts() {
    return java.util.stream.Stream.of(destinations(), sources(), hooks(), errors())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fact> destinations() {
    return List.of(
        atPublished("a published address is answered from", r -> {}),
        new Fact("a published address answers pings", north(NatFacts::published), ping("c", NEAR)),
        new Fact(
            "a published address answers connections",
            north(NatFacts::published),
            tcp("c", NEAR, 53)),
        atPublished(
            "the answer is routed with the server's address, not with the published one",
            r ->
                r.route("t1", to("default").via("10.3.0.2", "e2"))
                    .rule(100, all().from(NEAR).iif("e1"), "t1")),
        atPublished(
            "a rule for the server's address decides over the answer",
            r ->
                r.route("t1", to("default").via("10.3.0.2", "e2"))
                    .rule(100, all().from(FAR), "t1")),
        atPublished(
            "the first rule that matches binds",
            r -> r.append(NAT, "PREROUTING", dnat("10.9.1.1"), daddr(NEAR))),
        behindRouter(
            "accept in nat leaves the connection alone",
            r ->
                r.append(NAT, "PREROUTING", new Accept(), daddr(FAR))
                    .append(NAT, "PREROUTING", dnat("10.9.1.1"))),
        behindRouter(
            "answers do not ask the rules",
            r -> r.append(NAT, "PREROUTING", dnat("10.9.1.1"), new Iif(false, "e1"))),
        new Fact(
            "a port inside the range is kept",
            north(r -> r.append(NAT, "PREROUTING", dnat(FAR, "8000-8003"), daddr(NEAR), ANY_UDP)),
            udp("c", NEAR, 8002)),
        new Fact(
            "a port outside the range becomes its first",
            north(r -> r.append(NAT, "PREROUTING", dnat(FAR, "8000-8003"), daddr(NEAR), ANY_UDP)),
            udp("c", NEAR, 53)),
        new Fact(
            "redirected packets come to the first address of the interface",
            north(
                r ->
                    r.iface("e3", "10.4.0.1/24")
                        .append(
                            NAT,
                            "PREROUTING",
                            new Redirect(Optional.of(PortRange.of(8001))),
                            new Iif(false, "e0"),
                            ANY_UDP)),
            udp("c", FAR, 53)));
  }

  private static List<Fact> sources() {
    return List.of(
        behindRouter("a masqueraded client", NatFacts::hidden),
        new Fact("a masqueraded ping", north(NatFacts::hidden), ping("c", FAR)),
        new Fact("a masqueraded connection", north(NatFacts::hidden), tcp("c", FAR, 53)),
        new Fact(
            "masquerading asks the next hop's subnet, not the route's source",
            Diamond.router(
                r -> {
                  r.route(to("10.9.0.0/16").via("10.2.0.2", "e1").source("10.3.0.1"));
                  hidden(r);
                }),
            udp("c", FAR, 53)),
        new Fact(
            "masquerading takes the address of the next hop's subnet, not the first",
            Diamond.together(
                r -> {
                  r.route(to("10.9.0.0/16").via("10.6.0.2", "e4"));
                  r.append(NAT, "POSTROUTING", masquerade(), new Oif(false, "e4"));
                }),
            udp("c", FAR, 53)),
        behindRouter(
            "a client behind an address that is bound",
            r -> r.append(NAT, "POSTROUTING", snat("10.3.0.1"), OUT)),
        behindRouter(
            "the answer is rewritten before it is routed",
            r ->
                r.append(NAT, "POSTROUTING", snat("10.3.0.1"), OUT)
                    .route("t1", to("default").via("10.3.0.2", "e2"))
                    .rule(100, all().to("10.3.0.1").iif("e1"), "t1")),
        behindRouter(
            "a port that a rule names",
            r -> r.append(NAT, "POSTROUTING", snat("10.2.0.1", "7777"), dport(UDP, "53"))),
        new Fact(
            "a source is bound at the input hook",
            north(r -> r.append(NAT, "INPUT", snat("10.1.0.77"), saddr("10.1.0.2"))),
            udp("c", NEAR, 53)),
        new Fact(
            "published and masqueraded at once",
            north(
                r -> {
                  published(r);
                  hidden(r);
                }),
            udp("c", NEAR, 53)));
  }

  private static List<Fact> hooks() {
    return List.of(
        atPublished(
            "forward sees the new destination",
            r -> r.append(FILTER, "FORWARD", new Drop(), daddr(FAR))),
        atPublished(
            "forward does not see the old destination",
            r -> r.append(FILTER, "FORWARD", new Drop(), daddr(NEAR))),
        atPublished(
            "the old destination is asked by name",
            r ->
                r.append(
                    FILTER,
                    "FORWARD",
                    new Drop(),
                    new CtAddress(CtAddress.Which.ORIGINAL_DADDR, false, Prefix.parse(NEAR)))),
        atPublished(
            "mangle before routing sees the old destination",
            r -> r.append(MANGLE, "PREROUTING", new Drop(), daddr(FAR))),
        atPublished(
            "mangle before routing drops the old destination",
            r -> r.append(MANGLE, "PREROUTING", new Drop(), daddr(NEAR))),
        atPublished(
            "a mark from before destination nat chooses the way behind it",
            r ->
                r.append(MANGLE, "PREROUTING", mark("0x1"), daddr(NEAR))
                    .route("t1", to("default").via("10.3.0.2", "e2"))
                    .rule(100, all().fwmark("0x1"), "t1")),
        behindRouter(
            "mangle behind routing sees the old source",
            r -> {
              hidden(r);
              r.append(MANGLE, "POSTROUTING", new Drop(), saddr("10.2.0.1"));
            }),
        behindRouter(
            "mangle behind routing drops the old source",
            r -> {
              hidden(r);
              r.append(MANGLE, "POSTROUTING", new Drop(), saddr("10.1.0.2"));
            }),
        behindRouter(
            "forward sees answers with the client as destination",
            r -> {
              hidden(r);
              r.append(FILTER, "FORWARD", new Drop(), daddr("10.1.0.2"));
            }),
        atPublished(
            "answers leave the forward hook with the server's address",
            r -> r.append(FILTER, "FORWARD", new Drop(), saddr(NEAR))));
  }

  private static List<Fact> errors() {
    return List.of(
        new Fact(
            "an error about a published address comes from that address",
            north(NatFacts::published),
            udp("c", NEAR, 9)),
        new Fact(
            "an error about a masqueraded packet comes from who sends it",
            north(NatFacts::hidden),
            udp("c", FAR, 9)),
        new Fact(
            "a reset of a published address",
            north(r -> r.append(NAT, "PREROUTING", dnat(FAR), daddr(NEAR), dport(TCP, "1-100"))),
            tcp("c", NEAR, 9)));
  }
}
