package org.hookline.proof;

import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.model.rule.TableName.RAW;
import static org.hookline.proof.Diamond.deaf;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.frame;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.dport;
import static org.hookline.testing.RuleWords.masquerade;
import static org.hookline.testing.RuleWords.state;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.Notrack;
import org.hookline.packet.CtState;
import org.hookline.testing.HostDraft;

/** What the sender of a packet is told that goes back where it came from. */
final class RedirectFacts {
  /** Behind the client, as the router sees it. */
  private static final String BEHIND = "10.77.0.1";

  private RedirectFacts() {}

  static List<Fact> facts() {
    return Stream.of(switches(), senders(), rules()).flatMap(List::stream).toList();
  }

  private static void turns(HostDraft r) {
    r.route(to("10.77.0.0/16").via("10.1.0.2", "e0"));
  }

  private static void told(HostDraft r) {
    turns(r);
    r.conf("all", "send_redirects", 1).conf("e0", "send_redirects", 0);
  }

  private static Fact back(String name, Consumer<HostDraft> more) {
    return new Fact(
        "redirect: " + name,
        router(
            r -> {
              told(r);
              more.accept(r);
            }),
        udp("c", BEHIND, 53));
  }

  private static Fact sentBy(String name, int all, int own) {
    return new Fact(
        "redirect: " + name,
        router(
            r -> {
              turns(r);
              r.conf("all", "send_redirects", all).conf("e0", "send_redirects", own);
            }),
        udp("c", BEHIND, 53));
  }

  private static List<Fact> switches() {
    return List.of(
        sentBy("the switch of all is enough", 1, 0),
        sentBy("the switch of the interface is enough", 0, 1),
        sentBy("without a switch there is none", 0, 0),
        new Fact("redirect: about an echo request", router(RedirectFacts::told), ping("c", BEHIND)),
        new Fact(
            "redirect: none about what goes on by another interface",
            router(
                r -> {
                  told(r);
                  r.route(to("10.9.0.0/16").via("10.2.0.2", "e1"));
                }),
            udp("c", "10.9.0.1", 53)),
        back("it comes from the address that leads back", r -> r.conf("e0", "rp_filter", 1)),
        back(
            "icmp_errors_use_inbound_ifaddr",
            r -> r.sysctl("net.ipv4.icmp_errors_use_inbound_ifaddr", 1)));
  }

  private static Fact strange(String name, String source, Consumer<HostDraft> more) {
    return new Fact(
        "redirect: " + name,
        north(
            "c",
            c -> c.append(RAW, "PREROUTING", new Drop()).iface("e9", "10.8.0.2/32"),
            r -> {
              told(r);
              more.accept(r);
            }),
        frame("r", "e0", "udp " + source + ":40000 > 10.77.0.1:53"));
  }

  private static List<Fact> senders() {
    return List.of(
        strange("none to a sender behind a gateway", "10.55.0.1", RedirectFacts::behind),
        strange(
            "none to a sender behind a gateway, strict",
            "10.55.0.1",
            r -> {
              behind(r);
              r.conf("e0", "rp_filter", 1);
            }),
        strange("none to a sender without a way back", "172.16.5.5", r -> {}),
        strange("the subnets differ", "10.8.0.2", RedirectFacts::onLink),
        strange(
            "the subnets differ, and the medium is not shared",
            "10.8.0.2",
            r -> {
              onLink(r);
              r.conf("all", "shared_media", 0).conf("e0", "shared_media", 0);
            }),
        strange(
            "one subnet, and the medium is not shared",
            "10.1.0.2",
            r -> r.conf("all", "shared_media", 0).conf("e0", "shared_media", 0)),
        strange(
            "the best way back is another one, but there is one",
            "10.9.1.77",
            r -> r.route(to("10.0.0.0/8").dev("e0"))),
        strange("the best way back is another one", "10.9.1.77", r -> {}),
        strange(
            "the best way back is another one, loose, but there is one",
            "10.9.1.77",
            r -> r.conf("e0", "rp_filter", 2).route(to("10.0.0.0/8").dev("e0"))));
  }

  private static void behind(HostDraft r) {
    r.route(to("10.55.0.0/16").via("10.1.0.2", "e0"));
  }

  private static void onLink(HostDraft r) {
    r.route(to("10.8.0.0/24").dev("e0"));
  }

  private static List<Fact> rules() {
    return List.of(
        back("before the forward hook", r -> r.policyDrop(FILTER, "FORWARD")),
        back("output drops it", r -> r.policyDrop(FILTER, "OUTPUT")),
        back(
            "an unrelated nat rule stops the first one",
            r -> r.append(NAT, "POSTROUTING", masquerade(), new Oif(false, "e1"))),
        back(
            "what is not tracked has no nat to wait for",
            r ->
                r.append(NAT, "POSTROUTING", masquerade(), new Oif(false, "e1"))
                    .append(RAW, "PREROUTING", new Notrack())),
        back(
            "a translated flow has none",
            r -> r.append(NAT, "POSTROUTING", masquerade(), new Oif(false, "e0"))),
        back(
            "chains that only look at connections let it pass",
            r ->
                r.append(
                    MANGLE, "FORWARD", new Drop(), state(CtState.ESTABLISHED), dport(UDP, "9"))),
        new Fact(
            "redirect: none about a packet with one hop left",
            deaf(RedirectFacts::told),
            frame("r", "e0", "udp 10.1.0.2:40000 > 10.77.0.1:53", 1)),
        new Fact(
            "redirect: about a packet with two hops left",
            deaf(RedirectFacts::told),
            frame("r", "e0", "udp 10.1.0.2:40000 > 10.77.0.1:53", 2)));
  }
}
