package org.hookline.proof;

import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.packet.CtState.ESTABLISHED;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.RuleWords.masquerade;
import static org.hookline.testing.RuleWords.snat;
import static org.hookline.testing.RuleWords.state;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import org.hookline.model.Network;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Oif;
import org.hookline.testing.HostDraft;

/** Masqueraded connections whose later packets leave the router by another device. */
final class MasqueradeFacts {
  private static final String FAR = "10.9.0.1";
  private static final Iif IN = new Iif(false, "e0");
  private static final Iif BACK = new Iif(false, "e1");

  private MasqueradeFacts() {}

  static List<Fact> facts() {
    return List.of(
        new Fact(
            "masquerade: what follows by another device is dropped", moving(), udp("c", FAR, 53)),
        new Fact("masquerade: so is a connection's second packet", moving(), tcp("c", FAR, 53)),
        new Fact("masquerade: so is a second ping", moving(), ping("c", FAR)),
        new Fact(
            "masquerade: a given source may leave by another device",
            north(
                r -> {
                  moves(r, IN);
                  r.append(NAT, "POSTROUTING", snat("10.2.0.1"), new Oif(false, "e1"));
                }),
            udp("c", FAR, 53)),
        new Fact(
            "masquerade: answers may leave by another device",
            north(
                r -> {
                  moves(r, BACK);
                  r.append(NAT, "POSTROUTING", masquerade());
                }),
            udp("c", FAR, 53)));
  }

  private static Network moving() {
    return north(
        r -> {
          moves(r, IN);
          r.append(NAT, "POSTROUTING", masquerade());
        });
  }

  private static void south(HostDraft r) {
    r.route("t1", to("default").via("10.3.0.2", "e2")).rule(100, all().fwmark("1"), "t1");
  }

  /** What of a connection is not its first packet, and came in here, leaves by e2. */
  private static void moves(HostDraft r, Iif from) {
    south(r);
    r.append(MANGLE, "PREROUTING", mark("1"), state(ESTABLISHED), from);
  }
}
