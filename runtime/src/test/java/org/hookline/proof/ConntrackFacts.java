package org.hookline.proof;

import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.model.rule.TableName.RAW;
import static org.hookline.packet.CtState.ESTABLISHED;
import static org.hookline.packet.CtState.INVALID;
import static org.hookline.packet.CtState.NEW;
import static org.hookline.packet.CtState.RELATED;
import static org.hookline.packet.CtState.UNTRACKED;
import static org.hookline.proof.Diamond.deaf;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.frame;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.daddr;
import static org.hookline.testing.RuleWords.dnat;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.RuleWords.saddr;
import static org.hookline.testing.RuleWords.state;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.function.Consumer;
import org.hookline.addr.MaskedMark;
import org.hookline.model.rule.match.Connmark;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.Notrack;
import org.hookline.packet.CtState;
import org.hookline.testing.HostDraft;

/** Connections: their states, their marks, and packets that have none. */
final class ConntrackFacts {
  private static final String NEAR = "10.1.0.1";
  private static final String FAR = "10.9.0.1";
  private static final Iif IN = new Iif(false, "e0");
  private static final Iif BACK = new Iif(false, "e1");

  private ConntrackFacts() {}

  private static Fact forwarded(String name, Consumer<HostDraft> router) {
    return new Fact(name, north(router), udp("c", FAR, 53));
  }

  /** Drops in FORWARD what has this state and comes from one side. */
  private static Consumer<HostDraft> without(CtState state, Iif side) {
    return r -> r.append(FILTER, "FORWARD", new Drop(), state(state), side);
  }

  static List<Fact> facts() {
    return java.util.stream.Stream.of(states(), marks(), strangers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fact> states() {
    return List.of(
        forwarded("the first packet is new", without(NEW, IN)),
        forwarded("the first packet is not established", without(ESTABLISHED, IN)),
        forwarded("the answer is established", without(ESTABLISHED, BACK)),
        forwarded("the answer is not new", without(NEW, BACK)),
        new Fact(
            "the error about a packet is related", north(without(RELATED, BACK)), udp("c", FAR, 9)),
        new Fact(
            "the error about a packet is not established",
            north(without(ESTABLISHED, BACK)),
            udp("c", FAR, 9)),
        new Fact("the answer to a ping is established", north(without(NEW, BACK)), ping("c", FAR)),
        new Fact(
            "the answer to a syn is established", north(without(NEW, BACK)), tcp("c", FAR, 53)),
        forwarded(
            "a firewall that lets answers pass",
            r ->
                r.append(FILTER, "FORWARD", new Accept(), state(ESTABLISHED, RELATED))
                    .append(FILTER, "FORWARD", new Accept(), state(NEW), IN)
                    .policyDrop(FILTER, "FORWARD")),
        forwarded(
            "raw sees no state yet: invalid",
            r -> r.append(RAW, "PREROUTING", new Drop(), state(INVALID), IN)),
        forwarded(
            "mangle sees the state",
            r -> r.append(MANGLE, "PREROUTING", new Drop(), state(NEW), BACK)),
        forwarded(
            "notrack is no state of a connection",
            r ->
                r.append(RAW, "PREROUTING", new Notrack())
                    .append(FILTER, "FORWARD", new Drop(), state(NEW, ESTABLISHED, INVALID))),
        forwarded(
            "notrack is untracked",
            r ->
                r.append(RAW, "PREROUTING", new Notrack(), IN)
                    .append(FILTER, "FORWARD", new Drop(), state(UNTRACKED))),
        new Fact(
            "what is not tracked is not translated",
            north(
                r ->
                    r.append(RAW, "PREROUTING", new Notrack(), IN)
                        .append(NAT, "PREROUTING", dnat(FAR), daddr(NEAR))),
            udp("c", NEAR, 53)));
  }

  /**
   * By the south for packets with this mark; answers that come back by e1 may leave there again.
   */
  private static Consumer<HostDraft> marked(String selected, Consumer<HostDraft> more) {
    return r -> {
      r.route("t1", to("default").via("10.3.0.2", "e2"));
      r.rule(100, all().fwmark(selected), "t1");
      more.accept(r);
    };
  }

  private static ConnmarkSet connmark(String mark) {
    return new ConnmarkSet(MaskedMark.parse(mark));
  }

  private static List<Fact> marks() {
    return List.of(
        forwarded(
            "an answer gets its connection's mark back",
            marked(
                "0x5",
                r ->
                    r.append(MANGLE, "PREROUTING", connmark("0x5"), state(NEW), IN)
                        .append(MANGLE, "PREROUTING", new ConnmarkRestore(MaskedMark.ALL), BACK))),
        forwarded(
            "a connection's mark alone is no packet's mark",
            marked("0x5", r -> r.append(MANGLE, "PREROUTING", connmark("0x5"), state(NEW), IN))),
        forwarded(
            "a packet's mark is no connection's mark",
            marked(
                "0x5",
                r ->
                    r.append(MANGLE, "PREROUTING", mark("0x5"), IN)
                        .append(MANGLE, "PREROUTING", new ConnmarkRestore(MaskedMark.ALL), BACK))),
        forwarded(
            "a saved mark comes back",
            marked(
                "0x5",
                r ->
                    r.append(MANGLE, "FORWARD", mark("0x5"), IN)
                        .append(MANGLE, "FORWARD", new ConnmarkSave(MaskedMark.ALL), IN)
                        .append(MANGLE, "PREROUTING", new ConnmarkRestore(MaskedMark.ALL), BACK))),
        forwarded(
            "only the masked bits are saved",
            marked(
                "0x5",
                r ->
                    r.append(MANGLE, "FORWARD", mark("0xf5"), IN)
                        .append(MANGLE, "FORWARD", new ConnmarkSave(0x0f), IN)
                        .append(MANGLE, "PREROUTING", new ConnmarkRestore(MaskedMark.ALL), BACK))),
        forwarded(
            "only the masked bits are restored",
            marked(
                "0x25",
                r ->
                    r.append(MANGLE, "PREROUTING", connmark("0xf5"), state(NEW), IN)
                        .append(MANGLE, "PREROUTING", mark("0x20"), BACK)
                        .append(MANGLE, "PREROUTING", new ConnmarkRestore(0x0f), BACK))),
        forwarded(
            "marks are flipped below their mask",
            marked(
                "0x37",
                r ->
                    r.append(MANGLE, "PREROUTING", mark("0x38"), IN)
                        .append(MANGLE, "PREROUTING", mark("0xf/0x5"), IN))),
        forwarded(
            "a connection's mark is matched below its mask",
            r ->
                r.append(MANGLE, "PREROUTING", connmark("0x75"), state(NEW), IN)
                    .append(
                        FILTER,
                        "FORWARD",
                        new Drop(),
                        new Connmark(false, MaskedMark.parse("0x5/0xf")),
                        BACK)),
        forwarded(
            "another connection's mark is not",
            r ->
                r.append(MANGLE, "PREROUTING", connmark("0x76"), state(NEW), IN)
                    .append(
                        FILTER,
                        "FORWARD",
                        new Drop(),
                        new Connmark(false, MaskedMark.parse("0x5/0xf")),
                        BACK)));
  }

  private static List<Fact> strangers() {
    return List.of(
        arrives("a syn and ack that nobody asked for is invalid", " S.", INVALID, r -> {}),
        arrives("a reset that nobody asked for is invalid", " R", INVALID, r -> {}),
        arrives("an ack of an unknown connection is new", " .", NEW, r -> {}),
        arrives(
            "an ack of an unknown connection is invalid where conntrack is not loose",
            " .",
            INVALID,
            r -> r.sysctl("net.netfilter.nf_conntrack_tcp_loose", 0)),
        new Fact(
            "an invalid packet is not translated, and not dropped either",
            deaf(r -> r.append(NAT, "PREROUTING", dnat(FAR), daddr(NEAR))),
            frame("r", "e0", "tcp 10.1.0.2:40000 > 10.1.0.1:9 S.")),
        new Fact(
            "a connection is known by its addresses and ports",
            north(
                r ->
                    r.append(FILTER, "FORWARD", new Drop(), state(ESTABLISHED), saddr(FAR))
                        .append(FILTER, "FORWARD", new Accept(), state(NEW))),
            Fact.bound(UDP, "c", "10.1.0.2", FAR, 53)));
  }

  private static Fact arrives(
      String name, String flags, CtState dropped, Consumer<HostDraft> more) {
    return new Fact(
        name,
        deaf(
            r -> {
              more.accept(r);
              r.append(FILTER, "FORWARD", new Drop(), state(dropped), IN);
            }),
        frame("r", "e0", "tcp 10.1.0.2:40000 > 10.9.0.1:53" + flags));
  }
}
