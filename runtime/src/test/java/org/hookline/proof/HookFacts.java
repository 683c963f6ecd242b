package org.hookline.proof;

import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.ChainType.FILTER;
import static org.hookline.model.rule.ChainType.NAT;
import static org.hookline.model.rule.ChainType.ROUTE;
import static org.hookline.model.rule.Hook.FORWARD;
import static org.hookline.model.rule.Hook.OUTPUT;
import static org.hookline.model.rule.Hook.PREROUTING;
import static org.hookline.packet.CtState.INVALID;
import static org.hookline.packet.CtState.NEW;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.NftDraft.inet;
import static org.hookline.testing.NftDraft.ip;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.daddr;
import static org.hookline.testing.RuleWords.dnat;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.RuleWords.saddr;
import static org.hookline.testing.RuleWords.snat;
import static org.hookline.testing.RuleWords.state;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hookline.addr.MaskedMark;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Drop;
import org.hookline.testing.HostDraft;

/** What a hook calls first. */
final class HookFacts {
  private static final String FAR = "10.9.0.1";
  private static final String OTHER = "10.9.1.1";
  private static final Match MARKED = new Mark(false, MaskedMark.exactly(1));

  private HookFacts() {}

  static List<Fact> facts() {
    return Stream.of(priorities(), tracking(), nats(), tools(), reroutes())
        .flatMap(List::stream)
        .toList();
  }

  private static Fact forwarded(String name, Consumer<HostDraft> router) {
    return new Fact(name, north(router), udp("c", FAR, 53));
  }

  private static List<Fact> priorities() {
    return List.of(
        forwarded(
            "the lower priority is called first",
            r ->
                r.nft(
                    ip("x")
                        .base(FILTER, FORWARD, 10)
                        .rule(new Drop(), MARKED)
                        .base(FILTER, FORWARD, 9)
                        .rule(mark("0x1")))),
        forwarded(
            "of equal priorities the chain that came last is called first",
            r ->
                r.nft(
                    ip("x")
                        .base(FILTER, FORWARD, 0)
                        .rule(new Drop(), MARKED)
                        .base(FILTER, FORWARD, 0)
                        .rule(mark("0x1")))),
        forwarded(
            "of equal priorities the chain that came first is called last",
            r ->
                r.nft(
                    ip("x")
                        .base(FILTER, FORWARD, 0)
                        .rule(mark("0x1"))
                        .base(FILTER, FORWARD, 0)
                        .rule(new Drop(), MARKED))),
        forwarded(
            "a chain of nft at priority 0 comes before iptables' filter",
            r ->
                r.append(TableName.FILTER, "FORWARD", new Drop(), MARKED)
                    .nft(inet("x").base(FILTER, FORWARD, 0).rule(mark("0x1")))),
        forwarded(
            "a chain of nft at priority 1 comes behind iptables' filter",
            r ->
                r.append(TableName.FILTER, "FORWARD", new Drop(), MARKED)
                    .nft(inet("x").base(FILTER, FORWARD, 1).rule(mark("0x1")))));
  }

  private static List<Fact> tracking() {
    return List.of(
        forwarded(
            "before conntrack every packet is invalid",
            r -> r.nft(ip("x").base(FILTER, PREROUTING, -201).rule(new Drop(), state(INVALID)))),
        forwarded(
            "behind conntrack the first packet is new",
            r -> r.nft(ip("x").base(FILTER, PREROUTING, -199).rule(new Drop(), state(NEW)))),
        forwarded(
            "the chain that brings conntrack comes behind it at its own priority",
            r -> r.nft(ip("x").base(FILTER, PREROUTING, -200).rule(new Drop(), state(NEW)))),
        forwarded(
            "a chain that comes after conntrack is called before it at its own priority",
            r ->
                r.nft(ip("x").base(FILTER, FORWARD, 0).rule(new Accept(), state(NEW)))
                    .nft(ip("y").base(FILTER, PREROUTING, -200).rule(new Drop(), state(INVALID)))));
  }

  private static List<Fact> nats() {
    return List.of(
        forwarded(
            "destination nat by nft",
            r -> r.nft(ip("x").base(NAT, PREROUTING, -100).rule(dnat(OTHER), daddr(FAR)))),
        forwarded(
            "destination nat by nft's inet family",
            r ->
                r.nft(
                    inet("x")
                        .base(NAT, PREROUTING, -100)
                        .rule(dnat(OTHER, "8000"), dport(UDP, "53")))),
        forwarded(
            "source nat by nft",
            r ->
                r.nft(
                    ip("x")
                        .base(NAT, org.hookline.model.rule.Hook.POSTROUTING, 100)
                        .rule(snat("10.2.0.1"), saddr("10.1.0.0/16")))),
        forwarded(
            "nat happens at its own priority whatever the chain's",
            r ->
                r.nft(
                    ip("x")
                        .base(NAT, PREROUTING, -190)
                        .rule(dnat(OTHER))
                        .base(FILTER, PREROUTING, -150)
                        .rule(new Drop(), daddr(FAR)))),
        forwarded(
            "accept in a nat chain lets the next one decide",
            r ->
                r.nft(
                    ip("x")
                        .base(NAT, PREROUTING, -110)
                        .rule(new Accept())
                        .base(NAT, PREROUTING, -100)
                        .rule(dnat(OTHER)))),
        forwarded(
            "the first nat chain that translates decides",
            r ->
                r.nft(
                    ip("x")
                        .base(NAT, PREROUTING, -100)
                        .rule(dnat("10.9.0.77"))
                        .base(NAT, PREROUTING, -110)
                        .rule(dnat(OTHER)))),
        forwarded(
            "nat by nft that came later decides before nat by iptables",
            r ->
                r.append(TableName.NAT, "PREROUTING", dnat("10.9.0.77"))
                    .nft(ip("x").base(NAT, PREROUTING, -100).rule(dnat(OTHER)))),
        forwarded(
            "nat by iptables decides before nat by nft of a higher priority",
            r ->
                r.append(TableName.NAT, "PREROUTING", dnat(OTHER))
                    .nft(ip("x").base(NAT, PREROUTING, -99).rule(dnat("10.9.0.77")))),
        forwarded(
            "a nat chain drops too",
            r -> r.nft(ip("x").base(NAT, PREROUTING, -100).rule(new Drop()).rule(dnat(OTHER)))),
        forwarded(
            "without anything that needs conntrack nat chains are never asked",
            r -> r.nft(ip("x").base(NAT, PREROUTING, -100).rule(new Drop()))));
  }

  /** A source that nat INPUT changes, and security looks at. */
  private static Fact security(String name, IptablesTool tool) {
    return new Fact(
        name,
        north(
            r ->
                r.iptables(tool)
                    .append(TableName.NAT, "INPUT", snat("10.1.0.99"))
                    .append(TableName.SECURITY, "INPUT", new Drop(), saddr("10.1.0.99"))),
        udp("c", "10.2.0.1", 53));
  }

  private static List<Fact> tools() {
    return List.of(
        security("security comes behind nat input where iptables is nft", IptablesTool.NFT),
        security("security comes before nat input where iptables is legacy", IptablesTool.LEGACY));
  }

  private static Fact sends(String name, Consumer<HostDraft> router) {
    Consumer<HostDraft> south =
        r -> {
          r.route("t1", to("default").via("10.3.0.2", "e2"));
          r.rule(100, all().fwmark("0x1"), "t1");
          router.accept(r);
        };
    return new Fact(name, north(south), udp("r", FAR, 53));
  }

  private static List<Fact> reroutes() {
    return List.of(
        sends(
            "a chain of type route looks for another route",
            r -> r.nft(ip("x").base(ROUTE, OUTPUT, 0).rule(mark("0x1"), dport(UDP, "53")))),
        sends(
            "a chain of type filter in output does not",
            r -> r.nft(ip("x").base(FILTER, OUTPUT, -150).rule(mark("0x1")))),
        sends(
            "a mark from elsewhere does not make a chain of type route look",
            r ->
                r.nft(
                    ip("x")
                        .base(FILTER, OUTPUT, -150)
                        .rule(mark("0x1"))
                        .base(ROUTE, OUTPUT, 0)
                        .rule(new Accept()))));
  }
}
