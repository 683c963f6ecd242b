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

  public static final Behaviour SUPPRESSING_RULES =
      new Behaviour(
          "suppressing-rules",
          new KernelVersion(3, 12, 0),
          "policy rules leave results out by prefix length or interface group",
          "net/core/fib_rules.c fib_rules_lookup()");

  public static final Behaviour RULES_BY_USER =
      new Behaviour(
          "rules-by-user",
          new KernelVersion(4, 10, 0),
          "policy rules ask for the user of the socket",
          "net/core/fib_rules.c fib_uid_range_match()");

  public static final Behaviour RULES_BY_PORT =
      new Behaviour(
          "rules-by-port",
          new KernelVersion(4, 17, 0),
          "policy rules ask for protocol and ports",
          "net/core/fib_rules.c fib_rule_port_match()");

  public static final Behaviour RULES_OF_VRFS =
      new Behaviour(
          "rules-of-vrfs",
          new KernelVersion(4, 8, 0),
          "policy rules look up the table of the VRF device",
          "net/core/fib_rules.c l3mdev_fib_rule_match()");

  public static final Behaviour GATEWAYS_OF_IPV6 =
      new Behaviour(
          "gateways-of-ipv6",
          new KernelVersion(5, 2, 0),
          "routes of IPv4 have gateways of IPv6",
          "net/ipv4/fib_semantics.c fib_check_nh_v6_gw()");

  public static final Behaviour REVERSE_PATH_MATCH =
      new Behaviour(
          "reverse-path-match",
          new KernelVersion(3, 3, 0),
          "packet rules ask for the way back to the source",
          "net/ipv4/netfilter/ipt_rpfilter.c");

  public static final Behaviour RANDOM_FULLY =
      new Behaviour(
          "random-fully",
          new KernelVersion(3, 14, 0),
          "translations draw ports that nobody can foretell",
          "net/netfilter/nf_nat_core.c");

  public static final Behaviour SHIFTED_PORTS =
      new Behaviour(
          "shifted-ports",
          new KernelVersion(4, 18, 0),
          "DNAT shifts a range of ports to another one",
          "net/netfilter/nf_nat_core.c");

  public static final Behaviour VLANS_OF_PORTS =
      new Behaviour(
          "vlans-of-ports",
          new KernelVersion(3, 9, 0),
          "bridges filter VLANs by port",
          "net/bridge/br_vlan.c");

  public static final Behaviour ISOLATED_PORTS =
      new Behaviour(
          "isolated-ports",
          new KernelVersion(4, 18, 0),
          "isolated ports of a bridge do not hear one another",
          "net/bridge/br_forward.c should_deliver()");

  public static final Behaviour TABLES_OF_NFT =
      new Behaviour(
          "tables-of-nft",
          new KernelVersion(3, 13, 0),
          "nft has tables of its own",
          "net/netfilter/nf_tables_api.c");

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

  /** What the tools have words for and kernels know only since a version. */
  public static List<Behaviour> features() {
    return List.of(
        SUPPRESSING_RULES,
        RULES_BY_USER,
        RULES_BY_PORT,
        RULES_OF_VRFS,
        GATEWAYS_OF_IPV6,
        REVERSE_PATH_MATCH,
        RANDOM_FULLY,
        SHIFTED_PORTS,
        VLANS_OF_PORTS,
        ISOLATED_PORTS,
        TABLES_OF_NFT);
  }

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
