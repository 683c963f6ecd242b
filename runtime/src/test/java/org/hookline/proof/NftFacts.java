package org.hookline.proof;

import static org.hookline.addr.Protocol.TCP;
import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.ChainType.FILTER;
import static org.hookline.model.rule.Hook.FORWARD;
import static org.hookline.model.rule.Hook.INPUT;
import static org.hookline.model.rule.Hook.OUTPUT;
import static org.hookline.model.rule.Hook.POSTROUTING;
import static org.hookline.model.rule.Hook.PREROUTING;
import static org.hookline.packet.CtState.NEW;
import static org.hookline.packet.CtState.UNTRACKED;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.NftDraft.inet;
import static org.hookline.testing.NftDraft.ip;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.state;

import java.util.List;
import java.util.function.Consumer;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.match.CtDirection;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.CtZone;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NftDraft;

/** Verdicts and chains of nft itself. */
final class NftFacts {
  private static final String FAR = "10.9.0.1";

  private NftFacts() {}

  private static Fact forwarded(String name, NftDraft table) {
    return new Fact(name, north(r -> r.nft(table)), udp("c", FAR, 53));
  }

  static List<Fact> facts() {
    Consumer<HostDraft> reject =
        r ->
            r.nft(
                ip("x")
                    .base(FILTER, PREROUTING, 0)
                    .rule(new Reject(RejectWith.ICMP_PORT_UNREACHABLE), dport(TCP, "53")));
    Consumer<HostDraft> reset =
        r ->
            r.nft(
                inet("x")
                    .chain("inner")
                    .rule(new Reject(RejectWith.TCP_RESET), dport(TCP, "53"))
                    .base(FILTER, PREROUTING, 0)
                    .rule(new Jump("inner")));
    return List.of(
        forwarded(
            "accept of nft ends only its own chain",
            ip("x")
                .base(FILTER, FORWARD, 0)
                .rule(new Accept())
                .base(FILTER, FORWARD, 1)
                .rule(new Drop(), dport(UDP, "53"))),
        forwarded(
            "drop of nft is the end",
            ip("x")
                .base(FILTER, FORWARD, 0)
                .rule(new Drop())
                .base(FILTER, FORWARD, 1)
                .rule(new Accept())),
        forwarded("a policy of nft drops", inet("x").base(FILTER, FORWARD, 0).policyDrop()),
        forwarded(
            "accept before a policy of nft",
            inet("x").base(FILTER, FORWARD, 0).policyDrop().rule(new Accept(), dport(UDP, "53"))),
        forwarded(
            "return in a base chain of nft is its policy",
            inet("x")
                .base(FILTER, FORWARD, 0)
                .policyDrop()
                .rule(new Return(), new Iif(false, "e0"))
                .rule(new Accept())),
        forwarded(
            "a template of a zone is a new connection to nft",
            ip("x")
                .base(FILTER, PREROUTING, -300)
                .rule(new CtZone(7))
                .rule(new Drop(), state(NEW))),
        forwarded(
            "a template of a zone has no direction to nft",
            ip("x")
                .base(FILTER, PREROUTING, -300)
                .rule(new CtZone(7))
                .rule(new Drop(), new CtDirection(false, false))),
        forwarded(
            "a jump of nft comes back",
            ip("x")
                .chain("inner")
                .rule(new Return(), dport(UDP, "53"))
                .rule(new Accept())
                .base(FILTER, FORWARD, 0)
                .rule(new Jump("inner"))
                .rule(new Drop())),
        forwarded(
            "a goto of nft does not come back",
            ip("x")
                .chain("inner")
                .rule(new Return(), dport(UDP, "53"))
                .base(FILTER, FORWARD, 0)
                .rule(new GotoChain("inner"))
                .rule(new Drop())),
        forwarded(
            "accept in an inner chain of nft is accept",
            ip("x")
                .chain("inner")
                .rule(new Accept())
                .base(FILTER, FORWARD, 0)
                .rule(new Jump("inner"))
                .rule(new Drop())),
        forwarded(
            "notrack of nft leaves the packet to nobody",
            inet("x")
                .base(FILTER, PREROUTING, -300)
                .rule(new Notrack(), dport(UDP, "53"))
                .base(FILTER, FORWARD, 0)
                .rule(new Drop(), state(UNTRACKED))),
        forwarded(
            "postrouting filters too",
            ip("x").base(FILTER, POSTROUTING, 0).rule(new Drop(), state(NEW))),
        new Fact("reject of nft in prerouting", north(reject), tcp("c", FAR, 53)),
        new Fact(
            "reject in prerouting of what is for the host",
            north(reject),
            tcp("c", "10.2.0.1", 53)),
        new Fact("reset of nft in prerouting", north(reset), tcp("c", FAR, 53)),
        new Fact(
            "input of nft sees what is for the host",
            north(r -> r.nft(inet("x").base(FILTER, INPUT, 0).policyDrop())),
            udp("c", "10.2.0.1", 53)),
        new Fact(
            "output of nft fails the sender",
            north(r -> r.nft(inet("x").base(FILTER, OUTPUT, 0).policyDrop())),
            udp("r", FAR, 53)));
  }
}
