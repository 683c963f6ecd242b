package org.hookline.proof;

import java.util.function.Consumer;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.Network;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.target.Drop;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NetworkDraft;
import org.hookline.testing.RouteDraft;

/**
 * A client, a router and a server that can be reached by two wires: which one a packet takes is
 * seen.
 *
 * <pre>
 *  c e0 10.1.0.2 ─── 10.1.0.1 e0  r  e1 10.2.0.1 ─── 10.2.0.2 e0  s   10.9.0.1, 10.9.1.1 on e0
 *                                    e2 10.3.0.1 ─── 10.3.0.2 e1
 * </pre>
 *
 * The server answers by e0; everybody listens on udp and tcp 53 and 8000-8003.
 */
final class Diamond {
  private final NetworkDraft draft = new NetworkDraft();
  private final HostDraft c = draft.host("c").iface("e0", "10.1.0.2/24");
  private final HostDraft r = draft.host("r").forwarding();
  private final HostDraft s = draft.host("s");

  private Diamond() {
    c.route(RouteDraft.to("default").via("10.1.0.1", "e0"));
    r.iface("e0", "10.1.0.1/24").iface("e1", "10.2.0.1/24").iface("e2", "10.3.0.1/24");
    s.iface("e0", "10.2.0.2/24", "10.9.0.1/32", "10.9.1.1/32").iface("e1", "10.3.0.2/24");
    s.route(RouteDraft.to("default").via("10.2.0.1", "e0"));
    for (HostDraft host : draft.hosts()) {
      for (Protocol protocol : new Protocol[] {Protocol.UDP, Protocol.TCP}) {
        host.listen(protocol, PortRange.of(53));
        host.listen(protocol, new PortRange(8000, 8003));
      }
    }
    draft.segment("west", "c.e0", "r.e0");
    draft.segment("north", "r.e1", "s.e0");
    draft.segment("south", "r.e2", "s.e1");
  }

  /** The network with a bent router. */
  static Network router(Consumer<HostDraft> bend) {
    Diamond diamond = new Diamond();
    bend.accept(diamond.r);
    return diamond.draft.done();
  }

  /** The network with a router that reaches the server's own addresses by e1, and bent. */
  static Network north(Consumer<HostDraft> bend) {
    return router(
        r -> {
          r.route(RouteDraft.to("10.9.0.0/16").via("10.2.0.2", "e1"));
          bend.accept(r);
        });
  }

  /**
   * A third wire between router and server with two subnets: e4 is 10.5.0.1 and 10.6.0.1 at the
   * router, e2 is 10.5.0.2 and 10.6.0.2 at the server.
   */
  static Network together(Consumer<HostDraft> router) {
    Diamond diamond = new Diamond();
    diamond.r.iface("e4", "10.5.0.1/24", "10.6.0.1/24");
    diamond.s.iface("e2", "10.5.0.2/24", "10.6.0.2/24");
    diamond.draft.segment("shared", "r.e4", "s.e2");
    router.accept(diamond.r);
    return diamond.draft.done();
  }

  /** The network of {@link #north} with a client that takes nothing: for packets it never sent. */
  static Network deaf(Consumer<HostDraft> router) {
    return north("c", c -> c.append(TableName.RAW, "PREROUTING", new Drop()), router);
  }

  /** The network of {@link #north} with a bent client or server too. */
  static Network north(String host, Consumer<HostDraft> bend, Consumer<HostDraft> router) {
    Consumer<HostDraft> north = r -> r.route(RouteDraft.to("10.9.0.0/16").via("10.2.0.2", "e1"));
    return router(host, bend, north.andThen(router));
  }

  /** The network of {@link #router(Consumer)} with a bent client or server too. */
  static Network router(String host, Consumer<HostDraft> bend, Consumer<HostDraft> router) {
    Diamond diamond = new Diamond();
    router.accept(diamond.r);
    bend.accept(diamond.draft.host(host));
    return diamond.draft.done();
  }
}
