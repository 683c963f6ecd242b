package org.hookline.kernel;

import java.util.List;
import java.util.Optional;

/** Things Linux kernels do differently: the only file that knows version numbers. */
public final class Behaviours {
  /** The versions that texts of the project speak of; any other version is a profile too. */
  public static final List<KernelVersion> PROFILES =
      List.of(
          new KernelVersion(2, 6, 32),
          new KernelVersion(3, 10, 0),
          new KernelVersion(4, 9, 0),
          new KernelVersion(5, 4, 0),
          new KernelVersion(5, 10, 0),
          new KernelVersion(5, 15, 0),
          new KernelVersion(6, 1, 0),
          new KernelVersion(6, 18, 0));

  /** The versions that predictions were compared with, packet by packet. */
  static final List<KernelVersion> RECORDED = List.of(new KernelVersion(6, 18, 0));

  public static final Behaviour LOOSE_RP_FILTER =
      from(
          "loose-rp-filter",
          new KernelVersion(2, 6, 31),
          "rp_filter = 2 checks only that the source is reachable by some interface",
          "net/ipv4/fib_frontend.c __fib_validate_source(), commit c1cf8422f0512c2b");

  public static final Behaviour SRC_VALID_MARK =
      from(
          "src-valid-mark",
          new KernelVersion(2, 6, 33),
          "with src_valid_mark the mark of a packet takes part in the look-up of the way " + "back",
          "net/ipv4/fib_frontend.c __fib_validate_source(), commit 28f6aeea3f12");

  public static final Behaviour ACCEPT_LOCAL =
      from(
          "accept-local",
          new KernelVersion(2, 6, 33),
          "with accept_local a packet may come in with a source of this host",
          "net/ipv4/fib_frontend.c fib_validate_source(), commit 8153a10c08f1");

  public static final Behaviour CONNTRACK_ZONES =
      from(
          "conntrack-zones",
          new KernelVersion(2, 6, 34),
          "target CT puts connections into zones, in which equal tuples are different "
              + "connections",
          "net/netfilter/xt_CT.c, commit 5d0aa2ccd469");

  public static final Behaviour BRIDGED_DNAT_KEEPS_PORT =
      from(
          "bridged-dnat-keeps-port",
          new KernelVersion(2, 6, 35),
          "a bridged frame that DNAT sent to another host of the bridge keeps its ingress"
              + " port, to which it does not go back without hairpin mode; before, it left the "
              + "bridge device anew, by any port",
          "net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish_bridge(), commit "
              + "e179e6322ac3");

  public static final Behaviour NAT_INPUT =
      from(
          "nat-input",
          new KernelVersion(2, 6, 36),
          "table nat has a chain INPUT, where sources of what is for the host are " + "translated",
          "net/ipv4/netfilter/nf_nat_rule.c, commit c68cd6cc21eb");

  public static final Behaviour REVERSE_PATH_MATCH =
      from(
          "reverse-path-match",
          new KernelVersion(3, 3, 0),
          "iptables matches packets by their reverse path: -m rpfilter",
          "net/ipv4/netfilter/ipt_rpfilter.c, commit 8f97339d3feb");

  public static final Behaviour NO_ROUTE_CACHE =
      from(
          "no-route-cache",
          new KernelVersion(3, 6, 0),
          "every look-up asks the routing tables; before, answers were cached by "
              + "addresses, tos and mark",
          "net/ipv4/route.c, commit 89aef8921bfb");

  public static final Behaviour ROUTE_LOCALNET =
      from(
          "route-localnet",
          new KernelVersion(3, 6, 0),
          "with route_localnet packets from and to 127.0.0.0/8 may cross a wire",
          "net/ipv4/route.c, commit d0daebc3d622");

  public static final Behaviour SOURCE_CHECK_ELIDED =
      from(
          "source-check-elided",
          new KernelVersion(3, 6, 0),
          "without rp_filter and without a policy rule of one's own, a source is not "
              + "looked up: one that is a broadcast address passes",
          "net/ipv4/fib_frontend.c fib_validate_source(), commit 7a9bc9b81a5b");

  public static final Behaviour IPV6_NAT =
      from(
          "ipv6-nat",
          new KernelVersion(3, 7, 0),
          "IPv6 is translated too",
          "net/ipv6/netfilter/nf_nat_l3proto_ipv6.c, commit 58a317f1061c");

  public static final Behaviour MASQUERADE_KEEPS_DEVICE =
      from(
          "masquerade-keeps-device",
          new KernelVersion(3, 8, 0),
          "a packet of a masqueraded connection that would leave by another device is dropped and "
              + "ends the connection; before, it kept its old source",
          "net/netfilter/nf_nat_core.c nf_nat_oif_changed()");

  public static final Behaviour VLANS_OF_PORTS =
      from(
          "vlans-of-ports",
          new KernelVersion(3, 9, 0),
          "bridges filter VLANs by port",
          "net/bridge/br_vlan.c");

  public static final Behaviour SUPPRESSING_RULES =
      from(
          "suppressing-rules",
          new KernelVersion(3, 12, 0),
          "a policy rule can pass over what it finds, by prefix length or group of the "
              + "interface",
          "net/core/fib_rules.c fib_rules_lookup(), commits 7764a45a8f1f, 73f5698e7721");

  public static final Behaviour TABLES_OF_NFT =
      from(
          "tables-of-nft",
          new KernelVersion(3, 13, 0),
          "nftables exists: tables and chains with names and priorities of one's own",
          "net/netfilter/nf_tables_api.c, commit 96518518cc41");

  public static final Behaviour NFT_INET =
      from(
          "nft-inet",
          new KernelVersion(3, 14, 0),
          "tables of nft of family inet see IPv4 and IPv6",
          "net/netfilter/nf_tables_inet.c, commit 1d49144c0aaa");

  public static final Behaviour RANDOM_FULLY =
      from(
          "random-fully",
          new KernelVersion(3, 14, 0),
          "with random-fully the port of a translation is a random number, not only its " + "start",
          "net/netfilter/nf_nat_proto_common.c nf_nat_l4proto_unique_tuple(); iptables-"
              + "extensions(8): kernel 3.14");

  public static final Behaviour FWMARK_REFLECT =
      from(
          "fwmark-reflect",
          new KernelVersion(3, 16, 0),
          "with fwmark_reflect answers of the kernel keep the mark of what they answer, "
              + "with tcp_fwmark_accept accepted connections do",
          "include/net/ip.h IP4_REPLY_MARK(), commits e110861f8609, 84f39b08d786");

  public static final Behaviour NFT_MASQUERADE =
      from(
          "nft-masquerade",
          new KernelVersion(3, 18, 0),
          "chains of nft masquerade",
          "net/netfilter/nft_masq.c; wiki.nftables.org, List of updates");

  public static final Behaviour NFT_REDIRECT =
      from(
          "nft-redirect",
          new KernelVersion(3, 19, 0),
          "chains of nft redirect",
          "net/netfilter/nft_redir.c; wiki.nftables.org, List of updates");

  public static final Behaviour LOCAL_AND_MAIN_COLLAPSED =
      from(
          "local-and-main-collapsed",
          new KernelVersion(4, 1, 0),
          "without a policy rule of one's own, tables local and main are kept as one",
          "net/ipv4/fib_frontend.c fib_unmerge(), commit 0ddcf43d5d4a");

  public static final Behaviour IGNORES_LINKDOWN =
      from(
          "ignores-linkdown",
          new KernelVersion(4, 2, 0),
          "with ignore_routes_with_linkdown a next hop without carrier is passed over",
          "net/ipv4/fib_semantics.c, commit 0eeb075fad73");

  public static final Behaviour USUAL_VLANS =
      from(
          "usual-vlans",
          new KernelVersion(4, 4, 0),
          "a bridge can be told over netlink which VLAN its ports are put in",
          "net/bridge/br_netlink.c br_changelink() IFLA_BR_VLAN_DEFAULT_PVID");

  public static final Behaviour MULTIPATH_BY_HASH =
      from(
          "multipath-by-hash",
          new KernelVersion(4, 4, 0),
          "a multipath route chooses the next hop by a hash of the addresses; from 3.6 on"
              + " it was drawn for each packet",
          "net/ipv4/fib_semantics.c fib_select_multipath(), commit 0e884c78ee19");

  public static final Behaviour NO_AUTOMATIC_HELPERS =
      from(
          "no-automatic-helpers",
          new KernelVersion(4, 7, 0),
          "a connection gets a helper only by a rule, unless nf_conntrack_helper is 1",
          "net/netfilter/nf_conntrack_helper.c, commit 3bb398d925ec");

  public static final Behaviour CLASHES_RESOLVED =
      from(
          "clashes-resolved",
          new KernelVersion(4, 7, 0),
          "of two UDP packets that open the same connection at once the second joins the "
              + "first",
          "net/netfilter/nf_conntrack_core.c nf_ct_resolve_clash(), commit 71d8c47fc653");

  public static final Behaviour RULES_OF_VRFS =
      from(
          "rules-of-vrfs",
          new KernelVersion(4, 8, 0),
          "policy rules look up the table of the VRF device",
          "net/core/fib_rules.c l3mdev_fib_rule_match()");

  public static final Behaviour BRIDGED_DNAT_CHECKED_TWICE =
      from(
          "bridged-dnat-checked-twice",
          new KernelVersion(4, 9, 0),
          new KernelVersion(4, 10, 0),
          "a bridged frame that DNAT changed is looked up a second time as if it had come"
              + " in by the bridge port: strict rp_filter of the port drops it",
          "net/bridge/br_netfilter_hooks.c br_nf_pre_routing_finish(), commit "
              + "c5136b15ea36; mended by 14221cc45caa");

  public static final Behaviour RULES_BY_USER =
      from(
          "rules-by-user",
          new KernelVersion(4, 10, 0),
          "a policy rule can ask for the user who sends",
          "net/core/fib_rules.c, commit 622ec2c9d524");

  public static final Behaviour NFT_FIB =
      from(
          "nft-fib",
          new KernelVersion(4, 10, 0),
          "chains of nft ask the routing tables (fib), and leave packets to nobody " + "(notrack)",
          "net/netfilter/nft_fib.c, nft_ct.c; wiki.nftables.org, List of updates");

  public static final Behaviour MULTIPATH_BY_PORTS =
      from(
          "multipath-by-ports",
          new KernelVersion(4, 12, 0),
          "with fib_multipath_hash_policy = 1 the hash of a multipath route takes the "
              + "ports too",
          "net/ipv4/route.c fib_multipath_hash(), commit bf4e0a3db97e");

  public static final Behaviour CONNTRACK_ON_DEMAND =
      from(
          "conntrack-on-demand",
          new KernelVersion(4, 14, 0),
          "a namespace tracks connections only when a rule needs it; before, as soon as "
              + "the module is loaded, as table nat does",
          "net/netfilter/nf_conntrack_proto.c nf_ct_netns_get(), commits 0c66dc1ea3f0, "
              + "4d3a57f23dec");

  public static final Behaviour RULES_BY_PORT =
      from(
          "rules-by-port",
          new KernelVersion(4, 17, 0),
          "a policy rule can ask for protocol and ports",
          "net/core/fib_rules.c, commit bfff4862653b");

  public static final Behaviour NAT_HOOK_SHARED =
      from(
          "nat-hook-shared",
          new KernelVersion(4, 18, 0),
          "chains of type nat are called one after the other by one hook, at its own "
              + "priority: nftables and iptables translate side by side",
          "net/netfilter/nf_nat_core.c nf_nat_register_fn(), commit 9971a514ed26");

  public static final Behaviour SHIFTED_PORTS =
      from(
          "shifted-ports",
          new KernelVersion(4, 18, 0),
          "DNAT maps a range of ports to another one: --to-destination :FIRST-LAST/BASE",
          "net/netfilter/nf_nat_core.c, commit 2eb0f624b709");

  public static final Behaviour ISOLATED_PORTS =
      from(
          "isolated-ports",
          new KernelVersion(4, 18, 0),
          "isolated ports of a bridge do not hear one another",
          "net/bridge/br_forward.c should_deliver()");

  public static final Behaviour BROADCAST_FORWARDING =
      from(
          "broadcast-forwarding",
          new KernelVersion(4, 19, 0),
          "with bc_forwarding a packet to the broadcast address of another network is "
              + "forwarded",
          "net/ipv4/route.c ip_route_input_slow(), commit 5cbf777cfdf6");

  public static final Behaviour NAT_PORT_ATTEMPTS =
      from(
          "nat-port-attempts",
          new KernelVersion(5, 0, 0),
          "a free port is looked for from a random one on, 128 attempts at first; before,"
              + " all ports were tried from a common counter on",
          "net/netfilter/nf_nat_core.c nf_nat_l4proto_unique_tuple(), commits "
              + "a504b703bb1d, 6ed5943f8735");

  public static final Behaviour NFT_INET_NAT =
      from(
          "nft-inet-nat",
          new KernelVersion(5, 2, 0),
          "tables of nft of family inet translate",
          "net/netfilter/nft_chain_nat.c, commit d164385ec572");

  public static final Behaviour GATEWAYS_OF_IPV6 =
      from(
          "gateways-of-ipv6",
          new KernelVersion(5, 2, 0),
          "routes of IPv4 have gateways of IPv6",
          "net/ipv4/fib_semantics.c fib_check_nh_v6_gw()");

  public static final Behaviour ZERO_NETWORK_IS_UNICAST =
      from(
          "zero-network-is-unicast",
          new KernelVersion(5, 3, 0),
          "of 0.0.0.0/8 only 0.0.0.0 itself is no address of a host",
          "include/linux/in.h ipv4_is_zeronet(), commit 96125bf9985a");

  public static final Behaviour OWN_RULES_UNDISSECTED =
      from(
          "own-rules-undissected",
          new KernelVersion(5, 3, 0),
          "rules with iif lo alone do not have protocol and ports looked up for the way back",
          "include/net/fib_rules.h fib_rule_requires_fldissect(), 'do not flow dissect local "
              + "packets'");

  public static final Behaviour REJECT_IN_PREROUTING =
      from(
          "reject-in-prerouting",
          new KernelVersion(5, 9, 0),
          "chains of nft reject before routing too",
          "net/ipv4/netfilter/nf_reject_ipv4.c nf_reject_fill_skb_dst(), commit " + "f53b9b0bdc59");

  public static final Behaviour REJECT_BY_SOCKET =
      from(
          "reject-by-socket",
          new KernelVersion(5, 11, 0),
          "the reset that REJECT sends in OUTPUT leaves by the device that the sender's socket is bound to",
          "net/ipv4/netfilter/nf_reject_ipv4.c nf_send_reset(), state->sk (commit 04295878beac)");

  public static final Behaviour REROUTE_ASKS_PORTS =
      from(
          "reroute-asks-ports",
          new KernelVersion(5, 13, 0),
          "the second route of a packet that OUTPUT changed is asked for protocol and "
              + "ports too",
          "net/ipv4/netfilter.c ip_route_me_harder(), fib4_rules_early_flow_dissect()");

  public static final Behaviour LOWEST_ADDRESS_IS_UNICAST =
      from(
          "lowest-address-is-unicast",
          new KernelVersion(5, 14, 0),
          "the lowest address of a subnet, 10.1.0.0 of 10.1.0.0/24, is a host's; before, "
              + "it was a second broadcast address",
          "net/ipv4/fib_frontend.c fib_add_ifaddr(), commit 94c821c74bf5");

  public static final Behaviour DROPS_HAVE_REASONS =
      from(
          "drops-have-reasons",
          new KernelVersion(5, 17, 0),
          "the tracepoint skb:kfree_skb says why a packet was dropped",
          "include/net/dropreason-core.h, commit c504e5c2f964");

  public static final Behaviour NO_HELPER_SWITCH =
      from(
          "no-helper-switch",
          new KernelVersion(6, 0, 0),
          "nf_conntrack_helper is gone: helpers come by rules only",
          "net/netfilter/nf_conntrack_helper.c, commit b118509076b3");

  public static final Behaviour RESET_CLOSES_CONNECTION =
      from(
          "reset-closes-connection",
          new KernelVersion(6, 3, 0),
          "REJECT with a TCP reset closes the connection in conntrack, whoever is reset",
          "net/netfilter/nf_conntrack_proto_tcp.c nf_conntrack_tcp_set_closing()");

  public static final Behaviour SYN_LINEAR_TIMEOUTS =
      from(
          "syn-linear-timeouts",
          new KernelVersion(6, 5, 0),
          "the first tcp_syn_linear_timeouts (4) repetitions of a SYN come a second "
              + "apart, only then the waiting doubles",
          "net/ipv4/tcp_timer.c tcp_retransmit_timer(), commit ccce324dabfe");

  public static final Behaviour NAT_EVICTS_CLOSED =
      from(
          "nat-evicts-closed",
          new KernelVersion(6, 5, 0),
          "source NAT that finds no free port takes that of a closed TCP connection, if "
              + "the new sequence number is beyond the old one's end",
          "net/netfilter/nf_nat_core.c nf_nat_used_tuple_harder(), \"snat: evict closing "
              + "tcp entries on reply tuple collision\"");

  public static final Behaviour PROMISC_COPY_UNTRACKED =
      from(
          "promisc-copy-untracked",
          new KernelVersion(6, 9, 0),
          "the copy that a promiscuous bridge hands to the host has lost its connection",
          "net/bridge/br_input.c br_pass_frame_up(), commit 751de2012eaf");

  public static final Behaviour NEXT_HOP_OF_SOURCE =
      from(
          "next-hop-of-source",
          new KernelVersion(6, 16, 0),
          "of several next hops a packet of the host takes one whose address is its source",
          "net/ipv4/fib_semantics.c fib_select_multipath(), commit 32607a332cfe");

  private Behaviours() {}

  private static Behaviour from(String code, KernelVersion since, String what, String source) {
    return new Behaviour(code, since, Optional.empty(), what, source);
  }

  private static Behaviour from(
      String code, KernelVersion since, KernelVersion until, String what, String source) {
    return new Behaviour(code, since, Optional.of(until), what, source);
  }

  /** All rows, in the order of {@link Behaviour#since}. */
  public static List<Behaviour> all() {
    return List.of(
        LOOSE_RP_FILTER,
        SRC_VALID_MARK,
        ACCEPT_LOCAL,
        CONNTRACK_ZONES,
        BRIDGED_DNAT_KEEPS_PORT,
        NAT_INPUT,
        REVERSE_PATH_MATCH,
        NO_ROUTE_CACHE,
        ROUTE_LOCALNET,
        SOURCE_CHECK_ELIDED,
        IPV6_NAT,
        MASQUERADE_KEEPS_DEVICE,
        VLANS_OF_PORTS,
        SUPPRESSING_RULES,
        TABLES_OF_NFT,
        NFT_INET,
        RANDOM_FULLY,
        FWMARK_REFLECT,
        NFT_MASQUERADE,
        NFT_REDIRECT,
        LOCAL_AND_MAIN_COLLAPSED,
        IGNORES_LINKDOWN,
        USUAL_VLANS,
        MULTIPATH_BY_HASH,
        NO_AUTOMATIC_HELPERS,
        CLASHES_RESOLVED,
        RULES_OF_VRFS,
        BRIDGED_DNAT_CHECKED_TWICE,
        RULES_BY_USER,
        NFT_FIB,
        MULTIPATH_BY_PORTS,
        CONNTRACK_ON_DEMAND,
        RULES_BY_PORT,
        NAT_HOOK_SHARED,
        SHIFTED_PORTS,
        ISOLATED_PORTS,
        BROADCAST_FORWARDING,
        NAT_PORT_ATTEMPTS,
        NFT_INET_NAT,
        GATEWAYS_OF_IPV6,
        ZERO_NETWORK_IS_UNICAST,
        OWN_RULES_UNDISSECTED,
        REJECT_IN_PREROUTING,
        REJECT_BY_SOCKET,
        REROUTE_ASKS_PORTS,
        LOWEST_ADDRESS_IS_UNICAST,
        DROPS_HAVE_REASONS,
        NO_HELPER_SWITCH,
        RESET_CLOSES_CONNECTION,
        SYN_LINEAR_TIMEOUTS,
        NAT_EVICTS_CLOSED,
        PROMISC_COPY_UNTRACKED,
        NEXT_HOP_OF_SOURCE);
  }
}
