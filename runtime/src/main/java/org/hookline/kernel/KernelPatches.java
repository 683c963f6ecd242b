package org.hookline.kernel;

import java.util.List;
import org.hookline.addr.Malformed;

/** The patches that a kernel can be said to have: {@code kernel 4.9 with bridged-dnat-finishes}. */
public final class KernelPatches {
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

  private KernelPatches() {}

  /** All, in the order of their stories. */
  public static List<KernelPatch> all() {
    return List.of(
        REROUTE_CHOOSES_SOURCE,
        REROUTE_MOVES_CONNECTION,
        BRIDGED_DNAT_RETURNS,
        BRIDGED_DNAT_ASKS_BRIDGE,
        BRIDGED_DNAT_STAYS,
        BRIDGED_DNAT_FINISHES);
  }

  /** The patches that the path asks for. */
  public static List<KernelPatch> played() {
    return List.of(REROUTE_CHOOSES_SOURCE, REROUTE_MOVES_CONNECTION);
  }

  /**
   * The patch of this name.
   *
   * @throws Malformed {@code unknown-patch}
   */
  public static KernelPatch named(String code) {
    return all().stream()
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
    return all().stream().map(KernelPatch::code).toList();
  }
}
