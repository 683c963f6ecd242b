package org.hookline.kernel;

import java.util.List;
import org.hookline.addr.Malformed;

/** Things Linux kernels do differently: the only file that knows version numbers. */
public final class Behaviours {
  public static final Behaviour LOOSE_RP_FILTER =
      new Behaviour(
          "loose-rp-filter",
          new KernelVersion(2, 6, 31),
          "rp_filter = 2 checks only that the source is reachable by some interface",
          "net/ipv4/fib_frontend.c __fib_validate_source(), commit c1cf8422f0512c2b");

  public static final Behaviour ZERO_NETWORK_IS_UNICAST =
      new Behaviour(
          "zero-network-is-unicast",
          new KernelVersion(5, 3, 0),
          "of 0.0.0.0/8 only 0.0.0.0 itself is no address of a host",
          "include/linux/in.h ipv4_is_zeronet()");

  public static final Behaviour REROUTE_ASKS_PORTS =
      new Behaviour(
          "reroute-asks-ports",
          new KernelVersion(5, 13, 0),
          "the second route of a packet that OUTPUT changed is asked for protocol and ports too",
          "net/ipv4/netfilter.c ip_route_me_harder(), fib4_rules_early_flow_dissect()");

  public static final Behaviour RESET_CLOSES_CONNECTION =
      new Behaviour(
          "reset-closes-connection",
          new KernelVersion(6, 3, 0),
          "REJECT with a TCP reset closes the connection in conntrack, whoever is reset",
          "net/netfilter/nf_conntrack_proto_tcp.c nf_conntrack_tcp_set_closing()");

  public static final Behaviour NEXT_HOP_OF_SOURCE =
      new Behaviour(
          "next-hop-of-source",
          new KernelVersion(6, 16, 0),
          "of several next hops a packet of the host takes one whose address is its source",
          "net/ipv4/fib_semantics.c fib_select_multipath(), commit 32607a332cfe");

  public static final KernelPatch REROUTE_CHOOSES_SOURCE =
      new KernelPatch(
          "reroute-chooses-source",
          "the second route of a packet that OUTPUT changed chooses the source anew when its socket"
              + " is not bound to one",
          "changes net/ipv4/netfilter/iptable_mangle.c ipt_mangle_out(); in no release");

  public static final KernelPatch REROUTE_MOVES_CONNECTION =
      new KernelPatch(
          "reroute-moves-connection",
          "reroute-chooses-source for TCP too: the socket of a first SYN moves to the new source",
          "changes net/ipv4/route.c and rehashes in net/ipv4/inet_hashtables.c; in no release");

  public static final KernelPatch BRIDGED_DNAT_RETURNS =
      new KernelPatch(
          "bridged-dnat-returns",
          "a bridged frame whose destination DNAT changed may leave by the port it came in by",
          "changes net/bridge/br_forward.c should_deliver(); in no release");

  public static final KernelPatch BRIDGED_DNAT_ASKS_BRIDGE =
      new KernelPatch(
          "bridged-dnat-asks-bridge",
          "the route of a bridged packet that DNAT changed is asked for the bridge, not for its port",
          "changes net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish(); in no release");

  public static final KernelPatch BRIDGED_DNAT_STAYS =
      new KernelPatch(
          "bridged-dnat-stays",
          "a bridged packet that DNAT changed stays in the bridge when it comes back a second time",
          "changes net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish(); in no release");

  public static final KernelPatch BRIDGED_DNAT_FINISHES =
      new KernelPatch(
          "bridged-dnat-finishes",
          "a bridged packet that DNAT changed goes on to the bridge and is not routed a second time",
          "net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish(), commit 14221cc45caad2fc");

  private Behaviours() {}

  /** The patches that a kernel can be said to have, in the order of their stories. */
  public static List<KernelPatch> patches() {
    return List.of(
        REROUTE_CHOOSES_SOURCE,
        REROUTE_MOVES_CONNECTION,
        BRIDGED_DNAT_RETURNS,
        BRIDGED_DNAT_ASKS_BRIDGE,
        BRIDGED_DNAT_STAYS,
        BRIDGED_DNAT_FINISHES);
  }

  /**
   * The patch of this name.
   *
   * @throws Malformed {@code unknown-patch}
   */
  public static KernelPatch patch(String code) {
    return patches().stream()
        .filter(patch -> patch.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "unknown-patch",
                    "no patch is called '" + code + "'",
                    "one of " + String.join(", ", names())));
  }

  private static List<String> names() {
    return patches().stream().map(KernelPatch::code).toList();
  }

  /** All rows, in the order of {@link Behaviour#since}. */
  public static List<Behaviour> all() {
    return List.of(
        LOOSE_RP_FILTER,
        ZERO_NETWORK_IS_UNICAST,
        REROUTE_ASKS_PORTS,
        RESET_CLOSES_CONNECTION,
        NEXT_HOP_OF_SOURCE);
  }
}
