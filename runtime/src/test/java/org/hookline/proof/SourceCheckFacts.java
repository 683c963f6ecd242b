package org.hookline.proof;

import static org.hookline.proof.Diamond.deaf;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Fact.frame;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.of;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.SelectorDraft.all;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Reject;
import org.hookline.testing.HostDraft;

/** What the kernel thinks of a packet's source: rp_filter, and addresses that nobody may have. */
final class SourceCheckFacts {
  /** From an address behind the server; it comes in where the client is. */
  private static final String CROSSED = "udp 10.9.1.77:40000 > 10.9.0.1:53";

  private static final String STRANGER = "udp 172.16.5.5:40000 > 10.9.0.1:53";

  /** To an address that nobody has. */
  private static final String UNANSWERED = "udp 172.16.5.5:40000 > 10.9.0.77:53";

  private SourceCheckFacts() {}

  static List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int all = 0; all <= 2; all++) {
      for (int own = 0; own <= 2; own++) {
        facts.add(mode(all, own));
      }
    }
    facts.addAll(modes());
    facts.addAll(lookups());
    facts.addAll(martians());
    return facts;
  }

  private static Fact mode(int all, int own) {
    return comesIn(
        "rp_filter all " + all + " and interface " + own + ", the way back is another one",
        CROSSED,
        r -> r.conf("all", "rp_filter", all).conf("e0", "rp_filter", own));
  }

  private static Fact comesIn(String name, String packet, Consumer<HostDraft> router) {
    return new Fact(name, deaf(router), frame("r", "e0", packet));
  }

  private static void strict(HostDraft r) {
    r.conf("e0", "rp_filter", 1);
  }

  private static void loose(HostDraft r) {
    r.conf("e0", "rp_filter", 2);
  }

  private static List<Fact> modes() {
    return List.of(
        comesIn("strict, no way back", STRANGER, SourceCheckFacts::strict),
        comesIn("loose, no way back", STRANGER, SourceCheckFacts::loose),
        comesIn(
            "strict, the default leads back",
            STRANGER,
            r -> {
              strict(r);
              r.route(to("default").via("10.1.0.2", "e0"));
            }),
        comesIn(
            "loose, a blackhole is no way back",
            STRANGER,
            r -> {
              loose(r);
              r.route(of(RouteType.BLACKHOLE, "172.16.0.0/12"));
            }),
        comesIn(
            "strict, one of several ways back is enough",
            UNANSWERED,
            r -> {
              strict(r);
              r.route(to("172.16.0.0/12").via("10.2.0.2", "e1").via("10.1.0.2", "e0"));
            }),
        comesIn(
            "strict, for the router itself",
            "udp 10.9.1.77:40000 > 10.1.0.1:53",
            SourceCheckFacts::strict),
        new Fact(
            "strict, the way back is right",
            north(SourceCheckFacts::strict),
            udp("c", "10.9.0.1", 53)));
  }

  /** The way back leads by e0 when a table is asked that only a rule leads to. */
  private static void hidden(HostDraft r) {
    strict(r);
    r.route(to("172.16.0.0/12").via("10.2.0.2", "e1"));
    r.route("t1", to("172.16.0.0/12").via("10.1.0.2", "e0"));
    r.route("t1", to("10.9.0.0/16").via("10.2.0.2", "e1"));
  }

  private static Consumer<HostDraft> hidden(Consumer<HostDraft> more) {
    return r -> {
      hidden(r);
      more.accept(r);
    };
  }

  private static List<Fact> lookups() {
    Consumer<HostDraft> mark =
        r -> {
          r.append(TableName.MANGLE, "PREROUTING", new MarkSet(MaskedMark.exactly(7)));
          r.rule(100, all().fwmark("0x7"), "t1");
        };
    Address server = Address.parse("10.9.0.1");
    Dnat dnat =
        new Dnat(new NatTo(Optional.of(new AddressRange(server, server)), Optional.empty(), false));
    Daddr router = new Daddr(false, AddressSet.of(Address.parse("10.1.0.1")));
    return List.of(
        comesIn("strict, the mark is not asked for the way back", STRANGER, hidden(mark)),
        comesIn(
            "strict, src_valid_mark lets the mark be asked",
            STRANGER,
            hidden(mark.andThen(r -> r.conf("e0", "src_valid_mark", 1)))),
        comesIn(
            "strict, src_valid_mark of all",
            STRANGER,
            hidden(mark.andThen(r -> r.conf("all", "src_valid_mark", 1)))),
        comesIn(
            "strict, a rule from the packet's destination",
            STRANGER,
            hidden(r -> r.rule(100, all().from("10.9.0.1"), "t1"))),
        comesIn(
            "strict, a rule to the packet's source",
            STRANGER,
            hidden(r -> r.rule(100, all().to("172.16.5.5"), "t1"))),
        comesIn(
            "strict, a rule iif is not asked with the interface",
            STRANGER,
            hidden(r -> r.rule(100, all().iif("e0"), "t1"))),
        comesIn(
            "strict, ports are mirrored",
            STRANGER,
            hidden(r -> r.rule(100, all().ipproto("udp").sport("53"), "t1"))),
        comesIn(
            "strict, after destination nat: from the new destination",
            "udp 172.16.5.5:40000 > 10.1.0.1:53",
            hidden(
                r -> {
                  r.append(TableName.NAT, "PREROUTING", dnat, router);
                  r.rule(100, all().from("10.9.0.1"), "t1");
                })),
        comesIn(
            "strict, after destination nat: not from the old destination",
            "udp 172.16.5.5:40000 > 10.1.0.1:53",
            hidden(
                r -> {
                  r.append(TableName.NAT, "PREROUTING", dnat, router);
                  r.rule(100, all().from("10.1.0.1"), "t1");
                })));
  }

  private static Fact martian(String name, String source) {
    String packet = "udp " + source + ":40000 > 10.9.0.1:53";
    return comesIn("a source in " + name, packet, r -> {});
  }

  private static List<Fact> martians() {
    Address guest = Address.parse("127.0.0.1");
    Dnat toLoopback =
        new Dnat(new NatTo(Optional.of(new AddressRange(guest, guest)), Optional.empty(), false));
    Daddr router = new Daddr(false, AddressSet.of(Address.parse("10.1.0.1")));
    return List.of(
        martian("127.0.0.0/8", "127.0.0.5"),
        martian("multicast", "224.0.0.5"),
        martian("0.0.0.0/8", "0.0.0.5"),
        martian("nowhere", "0.0.0.0"),
        martian("the limited broadcast", "255.255.255.255"),
        martian("240.0.0.0/4", "240.0.0.5"),
        martian("the router's own addresses", "10.3.0.1"),
        comesIn(
            "an own source where accept_local allows it",
            "udp 10.3.0.1:40000 > 10.9.0.77:53",
            r -> r.conf("e0", "accept_local", 1)),
        comesIn(
            "an own source where rules are written",
            "udp 10.3.0.1:40000 > 10.9.0.1:53",
            r -> r.rule(100, all().to("10.99.0.0/16"), "main")),
        comesIn(
            "an own source where accept_local allows it and rp_filter is strict",
            "udp 10.3.0.1:40000 > 10.9.0.77:53",
            r -> r.conf("e0", "accept_local", 1).conf("e0", "rp_filter", 1)),
        comesIn(
            "an own source of the interface where accept_local allows it and rp_filter is strict",
            "udp 10.1.0.1:40000 > 10.9.0.77:53",
            r -> r.conf("e0", "accept_local", 1).conf("e0", "rp_filter", 1)),
        comesIn(
            "an own source where rules are written and accept_local allows it",
            "udp 10.3.0.1:40000 > 10.9.0.77:53",
            r -> r.conf("all", "accept_local", 1).rule(100, all().to("10.99.0.0/16"), "main")),
        comesIn(
            "a subnet's broadcast address as source where rules are written",
            "udp 10.3.0.255:40000 > 10.9.0.1:53",
            r -> r.rule(100, all().to("10.99.0.0/16"), "main")),
        comesIn(
            "a subnet's broadcast address as source where rules are written, accept_local",
            "udp 10.3.0.255:40000 > 10.9.0.1:53",
            r -> r.conf("e0", "accept_local", 1).rule(100, all().to("10.99.0.0/16"), "main")),
        comesIn(
            "an own source that a rule sends elsewhere",
            "udp 10.3.0.1:40000 > 10.9.0.77:53",
            r -> {
              r.route("t1", to("10.3.0.0/24").via("10.1.0.2", "e0"));
              r.rule(0, all().to("10.3.0.1"), "t1");
            }),
        comesIn(
            "a local route as source",
            "udp 10.66.0.1:40000 > 10.9.0.77:53",
            r -> r.route("local", of(RouteType.LOCAL, "10.66.0.0/16").dev("lo"))),
        comesIn(
            "a subnet's broadcast address as source where a local route is added",
            "udp 10.3.0.255:40000 > 10.9.0.1:53",
            r -> r.route("local", of(RouteType.LOCAL, "10.66.0.0/16").dev("lo"))),
        martian("169.254.0.0/16", "169.254.7.7"),
        comesIn("a destination in 240.0.0.0/4", "udp 10.1.0.2:40000 > 240.0.0.7:53", r -> {}),
        comesIn(
            "a destination in 240.0.0.0/4 that a route has",
            "udp 10.1.0.2:40000 > 240.0.0.7:53",
            r -> r.route(to("240.0.0.0/8").via("10.2.0.2", "e1"))),
        new Fact("the network's own address is nobody's", north(r -> {}), udp("c", "10.3.0.0", 53)),
        comesIn(
            "forwarding off: a martian source all the same",
            "udp 127.0.0.5:40000 > 10.9.0.1:53",
            r -> r.sysctl("net.ipv4.ip_forward", 0)),
        comesIn(
            "forwarding off: an own source is not looked at",
            "udp 10.3.0.1:40000 > 10.9.0.1:53",
            r -> r.sysctl("net.ipv4.ip_forward", 0)),
        comesIn("a destination in 127.0.0.0/8", "udp 10.1.0.2:40000 > 127.0.0.1:53", r -> {}),
        comesIn("a destination in 0.0.0.0/8", "udp 10.1.0.2:40000 > 0.0.0.7:53", r -> {}),
        comesIn("the destination 0.0.0.0", "udp 10.1.0.2:40000 > 0.0.0.0:53", r -> {}),
        comesIn("the limited broadcast", "udp 10.1.0.2:40000 > 255.255.255.255:9", r -> {}),
        comesIn(
            "the limited broadcast on a router with a default route",
            "udp 10.1.0.2:40000 > 255.255.255.255:9",
            r -> r.route(to("default").via("10.2.0.2", "e1"))),
        comesIn(
            "a multicast group that nobody joined",
            "udp 10.1.0.2:40000 > 239.1.2.3:9",
            r -> r.route(to("default").via("10.2.0.2", "e1"))),
        comesIn("a subnet's broadcast address", "udp 10.1.0.2:40000 > 10.1.0.255:9", r -> {}),
        comesIn("another subnet's broadcast address", "udp 10.1.0.2:40000 > 10.3.0.255:9", r -> {}),
        comesIn("a broadcast to a listener", "udp 10.1.0.2:40000 > 10.1.0.255:53", r -> {}),
        comesIn(
            "another subnet's broadcast to a listener",
            "udp 10.1.0.2:40000 > 10.3.0.255:53",
            r -> {}),
        comesIn(
            "a limited broadcast to a listener",
            "udp 10.1.0.2:40000 > 255.255.255.255:53",
            r -> {}),
        comesIn("all hosts of a link", "udp 10.1.0.2:40000 > 224.0.0.1:9", r -> {}),
        comesIn(
            "a connection to a broadcast address", "tcp 10.1.0.2:40000 > 10.1.0.255:9", r -> {}),
        comesIn("a ping to a broadcast address", "icmp 10.1.0.2:40000 > 10.1.0.255", r -> {}),
        comesIn(
            "a broadcast from a strange source where rp_filter is strict",
            "udp 10.9.1.77:40000 > 10.1.0.255:53",
            SourceCheckFacts::strict),
        comesIn(
            "a broadcast that is rejected",
            "udp 10.1.0.2:40000 > 10.1.0.255:53",
            r -> r.append(TableName.FILTER, "INPUT", new Reject(RejectWith.ICMP_PORT_UNREACHABLE))),
        comesIn(
            "a subnet's broadcast address as source",
            "udp 10.3.0.255:40000 > 10.9.0.1:53",
            r -> {}),
        comesIn(
            "a subnet's broadcast address as source where rp_filter is on",
            "udp 10.3.0.255:40000 > 10.9.0.1:53",
            SourceCheckFacts::loose),
        comesIn(
            "destination nat to loopback",
            "udp 10.1.0.2:40000 > 10.1.0.1:53",
            r -> r.append(TableName.NAT, "PREROUTING", toLoopback, router)),
        comesIn(
            "destination nat to loopback where route_localnet allows it",
            "udp 10.1.0.2:40000 > 10.1.0.1:53",
            r ->
                r.conf("e0", "route_localnet", 1)
                    .append(TableName.NAT, "PREROUTING", toLoopback, router)));
  }
}
