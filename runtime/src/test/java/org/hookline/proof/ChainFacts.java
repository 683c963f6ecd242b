package org.hookline.proof;

import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RuleWords.daddr;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hookline.addr.MaskedMark;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.testing.HostDraft;

/** How rules are traversed, and what they answer. */
final class ChainFacts {
  private static final String FAR = "10.9.0.1";
  private static final String FORWARD = "FORWARD";

  private ChainFacts() {}

  private static Fact forwarded(String name, Consumer<HostDraft> router) {
    return new Fact(name, north(router), udp("c", FAR, 53));
  }

  static List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(traversals());
    facts.addAll(hooks());
    for (RejectWith with : RejectWith.values()) {
      Consumer<HostDraft> reject =
          r ->
              r.append(
                  FILTER, FORWARD, new Reject(with), dport(org.hookline.addr.Protocol.TCP, "53"));
      facts.add(new Fact("reject with " + with.word(), north(reject), tcp("c", FAR, 53)));
    }
    return facts;
  }

  private static List<Fact> traversals() {
    return List.of(
        forwarded(
            "the first rule that matches decides",
            r -> r.append(FILTER, FORWARD, new Accept()).append(FILTER, FORWARD, new Drop())),
        forwarded(
            "return in a built-in chain is its policy",
            r ->
                r.append(FILTER, FORWARD, new Return(), dport(UDP, "53"))
                    .append(FILTER, FORWARD, new Accept())
                    .policyDrop(FILTER, FORWARD)),
        forwarded(
            "behind a jump the caller goes on",
            r ->
                r.chain(FILTER, "inner")
                    .append(FILTER, "inner", new Return())
                    .append(FILTER, "inner", new Accept())
                    .append(FILTER, FORWARD, new Jump("inner"))
                    .append(FILTER, FORWARD, new Drop())),
        forwarded(
            "behind a goto the caller does not go on",
            r ->
                r.chain(FILTER, "inner")
                    .append(FILTER, "inner", new Return())
                    .append(FILTER, FORWARD, new GotoChain("inner"))
                    .append(FILTER, FORWARD, new Drop())),
        forwarded(
            "a goto's return leads behind the last jump",
            r ->
                r.append(FILTER, "inner", new GotoChain("innermost"))
                    .append(FILTER, "inner", new Accept())
                    .append(FILTER, "innermost", new Return())
                    .append(FILTER, FORWARD, new Jump("inner"))
                    .append(FILTER, FORWARD, new Drop())),
        forwarded(
            "accept in an inner chain is accept",
            r ->
                r.append(FILTER, "inner", new Accept())
                    .append(FILTER, FORWARD, new Jump("inner"))
                    .append(FILTER, FORWARD, new Drop())),
        forwarded(
            "accept ends only its own table",
            r ->
                r.append(MANGLE, FORWARD, new Accept())
                    .append(FILTER, FORWARD, new Drop(), dport(UDP, "53"))),
        forwarded(
            "a negated destination",
            r ->
                r.append(
                    FILTER,
                    FORWARD,
                    new Drop(),
                    new org.hookline.model.rule.match.Daddr(
                        true, daddr("10.9.0.0/16").addresses()))),
        forwarded("a drop policy", r -> r.policyDrop(FILTER, FORWARD)));
  }

  private static List<Fact> hooks() {
    return List.of(
        forwarded(
            "a mark is kept from hook to hook",
            r ->
                r.append(MANGLE, "PREROUTING", mark("0x3"))
                    .append(
                        FILTER, FORWARD, new Drop(), new Mark(false, MaskedMark.parse("0x1/0x1")))),
        forwarded(
            "a match for bits outside the mask never matches",
            r ->
                r.append(MANGLE, "PREROUTING", mark("0x3"))
                    .append(
                        FILTER, FORWARD, new Drop(), new Mark(false, MaskedMark.parse("0x3/0x1")))),
        forwarded(
            "mangle forward comes before filter forward",
            r ->
                r.append(MANGLE, FORWARD, mark("0x3"))
                    .append(FILTER, FORWARD, new Drop(), new Mark(false, MaskedMark.exactly(3)))),
        forwarded(
            "forward knows both interfaces",
            r -> r.append(FILTER, FORWARD, new Drop(), new Iif(false, "e0"), new Oif(false, "e1"))),
        forwarded("input is not asked in transit", r -> r.policyDrop(FILTER, "INPUT")),
        forwarded("output is not asked in transit", r -> r.policyDrop(FILTER, "OUTPUT")),
        new Fact(
            "input is asked for the router's own packets",
            north(r -> r.append(FILTER, "INPUT", new Drop(), dport(UDP, "53"))),
            udp("c", "10.2.0.1", 53)),
        new Fact(
            "output is asked for the router's answers",
            north(r -> r.append(FILTER, "OUTPUT", new Drop(), daddr("10.1.0.2"))),
            udp("c", "10.2.0.1", 53)),
        new Fact(
            "forward is not asked for the router's own packets",
            north(r -> r.policyDrop(FILTER, FORWARD)),
            udp("c", "10.2.0.1", 53)));
  }
}
