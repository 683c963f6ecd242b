package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;
import org.hookline.packet.Fields;

/** How the keys of a route lookup are filled, by who asks. */
final class Keys {
  /** {@link Fields#KEY_PURPOSE}: a packet of this host that is to come, or is routed again. */
  static final int UNTYPED = 1;

  /** {@link Fields#KEY_PURPOSE}: a packet of this host, of whose ICMP the sender knows the type. */
  static final int SENDS = 2;

  /** {@link Fields#KEY_PURPOSE}: {@code ip route get}, whose ports count whatever the protocol. */
  static final int QUERIES = 3;

  private Keys() {}

  /** A packet that came in (kernel: net/ipv4/route.c ip_route_input_slow()). */
  static List<Effect> ofArriving() {
    return with(new Effect.Copy(Fields.KEY_IIF, Fields.IIF));
  }

  /** A packet of a local socket (kernel: include/net/flow.h flowi4_init_output()). */
  static List<Effect> ofLocal(int loopback) {
    return ofLocal(loopback, SENDS);
  }

  /** A socket connects (kernel: include/net/route.h ip_route_connect_init()). */
  static List<Effect> ofConnecting(int loopback) {
    return ofLocal(loopback, UNTYPED);
  }

  /** kernel: net/ipv4/route.c inet_rtm_getroute() */
  static List<Effect> ofQuery(int loopback) {
    return ofLocal(loopback, QUERIES);
  }

  private static List<Effect> ofLocal(int loopback, int purpose) {
    List<Effect> effects = new ArrayList<>(with(new Effect.Set(Fields.KEY_IIF, loopback)));
    effects.add(new Effect.Copy(Fields.KEY_OIF, Fields.BOUND_DEV));
    effects.add(new Effect.Set(Fields.KEY_PURPOSE, purpose));
    return effects;
  }

  private static List<Effect> with(Effect iif) {
    return List.of(
        new Effect.Copy(Fields.KEY_DST, Fields.DST),
        new Effect.Copy(Fields.KEY_SRC, Fields.SRC),
        new Effect.Copy(Fields.KEY_MARK, Fields.MARK),
        iif,
        new Effect.Copy(Fields.KEY_TOS, Fields.TOS),
        new Effect.Copy(Fields.KEY_PROTO, Fields.PROTO),
        new Effect.Copy(Fields.KEY_SPORT, Fields.SPORT),
        new Effect.Copy(Fields.KEY_DPORT, Fields.DPORT));
  }

  /**
   * The second lookup in OUTPUT; older kernels forget protocol and ports in it.
   *
   * <p>kernel: net/ipv4/netfilter.c ip_route_me_harder()
   */
  static List<Effect> ofReroute(int loopback, KernelProfile kernel) {
    return kernel.has(Behaviours.REROUTE_ASKS_PORTS)
        ? ofLocal(loopback, UNTYPED)
        : List.of(
            new Effect.Copy(Fields.KEY_DST, Fields.DST),
            new Effect.Copy(Fields.KEY_SRC, Fields.SRC),
            new Effect.Copy(Fields.KEY_MARK, Fields.MARK),
            new Effect.Set(Fields.KEY_IIF, loopback),
            new Effect.Copy(Fields.KEY_OIF, Fields.BOUND_DEV),
            new Effect.Copy(Fields.KEY_TOS, Fields.TOS),
            new Effect.Set(Fields.KEY_PURPOSE, UNTYPED));
  }

  /** A second lookup that leaves the source open (see {@link SourceAgain}). */
  static List<Effect> ofSourceAgain(int loopback) {
    return List.of(
        new Effect.Copy(Fields.KEY_DST, Fields.DST),
        new Effect.Set(Fields.KEY_SRC, 0),
        new Effect.Copy(Fields.KEY_MARK, Fields.MARK),
        new Effect.Set(Fields.KEY_IIF, loopback),
        new Effect.Copy(Fields.KEY_OIF, Fields.BOUND_DEV),
        new Effect.Copy(Fields.KEY_TOS, Fields.TOS),
        new Effect.Set(Fields.KEY_PURPOSE, UNTYPED));
  }

  /**
   * The way back to the source of a packet.
   *
   * <p>kernel: net/ipv4/fib_frontend.c __fib_validate_source()
   *
   * @param own what takes the place of the source: the packet's destination, if it is one host's
   * @param iif what takes the place of the ingress interface
   * @param marked whether {@code src_valid_mark} lets the mark take part
   * @param dissected whether protocol and ports take part (see {@link PolicySelector#dissects})
   */
  static List<Effect> ofSource(Effect own, Effect iif, boolean marked, boolean dissected) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Copy(Fields.KEY_DST, Fields.SRC));
    effects.add(own);
    if (marked) {
      effects.add(new Effect.Copy(Fields.KEY_MARK, Fields.MARK));
    }
    effects.add(iif);
    effects.add(new Effect.Copy(Fields.KEY_TOS, Fields.TOS));
    if (dissected) {
      effects.add(new Effect.Copy(Fields.KEY_PROTO, Fields.PROTO));
      effects.add(new Effect.Copy(Fields.KEY_SPORT, Fields.DPORT));
      effects.add(new Effect.Copy(Fields.KEY_DPORT, Fields.SPORT));
    }
    return effects;
  }
}
