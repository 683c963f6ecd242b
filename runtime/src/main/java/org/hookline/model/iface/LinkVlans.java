package org.hookline.model.iface;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is said of VLANs of a bridge or of a port of one.
 *
 * @param members the VLANs that it is in, and no others; empty where it is in the bridge's usual
 *     one
 * @param usual {@code vlan_default_pvid} of a bridge: the VLAN that a port is put in, 0 for none
 */
public record LinkVlans(Optional<List<PortVlan>> members, OptionalInt usual) {
  /** Of a bridge that nothing was said of. */
  public static final int DEFAULT = 1;

  public static final LinkVlans NONE = new LinkVlans(Optional.empty(), OptionalInt.empty());

  /**
   * What a link is in that nothing was said of, in a bridge of which this is said.
   *
   * <p>kernel: net/bridge/br_vlan.c br_vlan_init(), nbp_vlan_init()
   */
  public List<PortVlan> given() {
    int id = usual.orElse(DEFAULT);
    return id == 0 ? List.of() : List.of(PortVlan.usual(id));
  }
}
