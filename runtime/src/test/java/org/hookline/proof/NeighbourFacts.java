package org.hookline.proof;

import static org.hookline.addr.Protocol.UDP;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.bound;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.masquerade;
import static org.hookline.testing.RuleWords.snat;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hookline.lab.Lab;
import org.hookline.model.Network;
import org.hookline.testing.HostDraft;

/** Who answers for an Ethernet address, when nobody knows any at first. */
final class NeighbourFacts {
  private static final String FAR = "10.9.0.1";

  private NeighbourFacts() {}

  static List<Fact> facts() {
    return Stream.of(resolved(), announced(), ignored(), proxied(), unresolved())
        .flatMap(List::stream)
        .toList();
  }

  private static Fact cold(String name, Network network, Fact.Stimulus stimulus) {
    return new Fact("cold: " + name, network, stimulus, Lab.Caches.COLD);
  }

  /** The router reaches the server by e1; the server is bent. */
  private static Network asked(Consumer<HostDraft> server, Consumer<HostDraft> router) {
    return Diamond.north("s", server, router);
  }

  /** The router asks for 10.2.0.2 on e1 with an address of its interface e2. */
  private static Fact foreign(String name, Consumer<HostDraft> server, Consumer<HostDraft> router) {
    return cold(name, asked(server, router), bound(UDP, "r", "10.3.0.1", FAR, 53));
  }

  private static Consumer<HostDraft> with(String key, long value) {
    return host -> host.conf("all", key, value);
  }

  private static void nothing(HostDraft host) {}

  private static List<Fact> resolved() {
    return List.of(
        cold("everybody is asked and answers", asked(h -> {}, r -> {}), udp("c", FAR, 53)),
        cold("a connection", asked(h -> {}, r -> {}), tcp("c", FAR, 53)),
        cold(
            "the router itself, strict on both sides",
            asked(with("rp_filter", 1), with("rp_filter", 1)),
            udp("r", FAR, 53)));
  }

  private static List<Fact> announced() {
    Consumer<HostDraft> strict = with("rp_filter", 1);
    return List.of(
        foreign("a foreign source is announced", NeighbourFacts::nothing, NeighbourFacts::nothing),
        foreign("strict does not answer a foreign source", strict, NeighbourFacts::nothing),
        foreign("loose answers a foreign source", with("rp_filter", 2), NeighbourFacts::nothing),
        foreign("arp_announce 1: the source is not of the subnet", strict, with("arp_announce", 1)),
        foreign("arp_announce 2: an address of the interface", strict, with("arp_announce", 2)),
        cold(
            "a source that snat has given is announced",
            asked(strict, r -> r.append(NAT, "POSTROUTING", snat("10.3.0.1"))),
            udp("c", FAR, 53)),
        cold(
            "a source that snat has given, and nobody has, is not",
            asked(strict, r -> r.append(NAT, "POSTROUTING", snat("10.77.0.5"))),
            udp("c", FAR, 53)),
        cold(
            "masquerading gives a source that is answered",
            asked(strict, r -> r.append(NAT, "POSTROUTING", masquerade())),
            bound(UDP, "r", "10.3.0.1", FAR, 53)),
        foreign(
            "a rule of the server leads back to who asks",
            s -> {
              s.conf("e0", "rp_filter", 1).route("t1", to("default").dev("e0"));
              s.rule(100, all().to("10.3.0.1"), "t1");
            },
            NeighbourFacts::nothing),
        foreign(
            "a rule for a protocol is not asked for who asks",
            s -> {
              s.conf("e0", "rp_filter", 1).route("t1", to("default").dev("e0"));
              s.rule(100, all().to("10.3.0.1").ipproto("udp"), "t1");
            },
            NeighbourFacts::nothing),
        cold(
            "an own address asks",
            asked(s -> s.iface("e9", "10.3.0.1/32"), NeighbourFacts::nothing),
            bound(UDP, "r", "10.3.0.1", FAR, 53)));
  }

  /** By the server's address on e1, asked for on e0. */
  private static Network otherSide(Consumer<HostDraft> server) {
    return Diamond.router(
        "s",
        server,
        r -> r.route(to("10.9.0.0/16").via("10.2.0.2", "e1")).route(to("10.3.0.2/32").dev("e1")));
  }

  private static Fact otherSide(String name, Consumer<HostDraft> server) {
    return cold(name, otherSide(server), udp("r", "10.3.0.2", 53));
  }

  private static List<Fact> ignored() {
    return List.of(
        otherSide("an address of another interface is answered for", NeighbourFacts::nothing),
        otherSide("arp_ignore 1: not on another interface", with("arp_ignore", 1)),
        otherSide("arp_ignore 2: not on another interface", with("arp_ignore", 2)),
        otherSide("arp_ignore 3: wherever it is", with("arp_ignore", 3)),
        otherSide("arp_ignore 4 is like 0", with("arp_ignore", 4)),
        otherSide("arp_ignore 8: never", with("arp_ignore", 8)),
        otherSide("arp_ignore of the other interface does not count", s -> ignore(s, "e1")),
        otherSide("arp_ignore of the interface counts", s -> ignore(s, "e0")),
        foreign("arp_ignore 1 does not mind who asks", with("arp_ignore", 1), r -> {}),
        foreign("arp_ignore 2 minds who asks", with("arp_ignore", 2), r -> {}),
        cold(
            "arp_ignore 2 answers in the subnet",
            asked(with("arp_ignore", 2), r -> {}),
            udp("r", FAR, 53)),
        foreign("arp_filter: the way back is another one", with("arp_filter", 1), r -> {}),
        cold(
            "arp_filter: the way back is the same",
            asked(with("arp_filter", 1), r -> {}),
            udp("r", FAR, 53)));
  }

  private static void ignore(HostDraft s, String iface) {
    s.conf(iface, "arp_ignore", 1);
  }

  /** The client takes the server for a neighbour. */
  private static Fact onLink(String name, Consumer<HostDraft> router) {
    return cold(
        name,
        Diamond.north("c", c -> c.route(to("10.9.0.0/16").dev("e0")), router),
        ping("c", FAR));
  }

  private static List<Fact> proxied() {
    return List.of(
        onLink("nobody answers for who is not there", r -> {}),
        onLink("proxy_arp answers for who is behind", r -> r.conf("e0", "proxy_arp", 1)),
        onLink("proxy_arp of all", with("proxy_arp", 1)),
        onLink(
            "proxy_arp of the other interface does not count", r -> r.conf("e1", "proxy_arp", 1)),
        onLink(
            "proxy_arp answers only where packets are forwarded",
            r -> r.conf("e0", "proxy_arp", 1).conf("e0", "forwarding", 0)),
        onLink(
            "proxy_arp does not answer where the route leads back",
            r -> r.conf("e0", "proxy_arp", 1).route(to("10.9.0.1/32").via("10.1.0.2", "e0"))),
        onLink(
            "proxy_arp_pvlan answers where the route leads back",
            r -> r.conf("e0", "proxy_arp_pvlan", 1).route(to("10.9.0.1/32").via("10.1.0.2", "e0"))),
        onLink(
            "proxy_arp_pvlan does not answer for who is behind",
            r -> r.conf("e0", "proxy_arp_pvlan", 1)),
        onLink(
            "proxy_arp asks the rules with the interface",
            r -> {
              r.conf("e0", "proxy_arp", 1);
              r.route("t1", to("default").via("10.1.0.2", "e0"));
              r.rule(100, all().iif("e0"), "t1");
            }));
  }

  private static void missing(HostDraft r) {
    r.route(to("10.9.0.0/16").via("10.2.0.77", "e1"));
  }

  private static List<Fact> unresolved() {
    return List.of(
        cold("nobody has the next hop, forwarded", router(r -> missing(r)), udp("c", FAR, 53)),
        cold("nobody has the next hop, sent here", router(r -> missing(r)), udp("r", FAR, 53)),
        cold("nobody has the next hop, a connection", router(r -> missing(r)), tcp("r", FAR, 53)),
        cold("nobody has the address on the link", router(r -> {}), ping("c", "10.1.0.99")));
  }
}
