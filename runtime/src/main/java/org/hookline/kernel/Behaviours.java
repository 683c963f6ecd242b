package org.hookline.kernel;

import java.util.List;

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

  private Behaviours() {}

  /** All rows, in the order of {@link Behaviour#since}. */
  public static List<Behaviour> all() {
    return List.of(
        LOOSE_RP_FILTER, ZERO_NETWORK_IS_UNICAST, REROUTE_ASKS_PORTS, RESET_CLOSES_CONNECTION);
  }
}
