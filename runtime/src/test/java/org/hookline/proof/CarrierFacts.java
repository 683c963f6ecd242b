package org.hookline.proof;

import static org.hookline.proof.Diamond.deaf;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.frame;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;

import java.util.List;
import java.util.function.Consumer;
import org.hookline.lab.Lab;
import org.hookline.testing.HostDraft;
import org.hookline.testing.RouteDraft;

/** What becomes of packets whose route leads over a link without carrier: the router's e2. */
final class CarrierFacts {
  private static final String FAR = "10.9.0.1";
  private static final String SWITCH = "ignore_routes_with_linkdown";

  private CarrierFacts() {}

  static List<Fact> facts() {
    return List.of(
        sends("a route over the link is chosen", FAR, CarrierFacts::both),
        new Fact(
            "carrier: nobody hears who has the next hop",
            router(unplugged(CarrierFacts::both)),
            udp("c", FAR, 53),
            Lab.Caches.COLD),
        ignoring("a route over the link is passed over", FAR, CarrierFacts::both),
        sends(
            "the switch of all is enough",
            FAR,
            r -> {
              both(r);
              r.conf("all", SWITCH, 1);
            }),
        ignoring("without another route the sender is told", FAR, r -> r.route(south("default"))),
        ignoring("the subnet of the link cannot be reached", "10.3.0.2", r -> {}),
        ignoring("the address of the link is still the host's", "10.3.0.1", r -> {}),
        sends("its broadcast address is delivered", "10.3.0.255", r -> r.route(north("default"))),
        ignoring(
            "its broadcast address is routed elsewhere",
            "10.3.0.255",
            r -> r.route(north("default"))),
        ignoring(
            "the other next hop takes all",
            FAR,
            r -> r.route(south("default").via("10.2.0.2", "e1"))),
        ignoring(
            "the first next hop takes all",
            FAR,
            r -> r.route(north("default").via("10.3.0.2", "e2"))),
        ignoring(
            "without a next hop the next table is asked",
            FAR,
            r ->
                r.route(south("10.9.0.0/16").via("10.3.0.9", "e2"))
                    .route("default", north("default"))),
        strict("strict rp_filter looks past the link", 1),
        strict("strict rp_filter finds the link", 0));
  }

  private static RouteDraft north(String prefix) {
    return to(prefix).via("10.2.0.2", "e1");
  }

  private static RouteDraft south(String prefix) {
    return to(prefix).via("10.3.0.2", "e2");
  }

  private static void both(HostDraft r) {
    r.route(south("10.9.0.0/24")).route(north("10.9.0.0/16"));
  }

  private static Consumer<HostDraft> unplugged(Consumer<HostDraft> more) {
    return r -> {
      r.unplugged("e2");
      more.accept(r);
    };
  }

  private static Fact sends(String name, String to, Consumer<HostDraft> more) {
    return new Fact("carrier: " + name, router(unplugged(more)), udp("c", to, 53));
  }

  private static Fact ignoring(String name, String to, Consumer<HostDraft> more) {
    return sends(
        name,
        to,
        r -> {
          more.accept(r);
          r.conf("e2", SWITCH, 1);
        });
  }

  /** The best way back leads over the link, the next one to where the packet came in. */
  private static Fact strict(String name, int ignores) {
    return new Fact(
        "carrier: " + name,
        deaf(
            unplugged(
                r ->
                    r.route(south("10.8.0.0/16"))
                        .route(to("10.0.0.0/8").via("10.1.0.2", "e0"))
                        .conf("e0", "rp_filter", 1)
                        .conf("e2", SWITCH, ignores))),
        frame("r", "e0", "udp 10.8.0.77:40000 > 10.9.0.1:53"));
  }
}
