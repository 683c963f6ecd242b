package org.hookline.model.iface;

/**
 * VLANs that a port of a bridge, or the bridge itself, is in.
 *
 * @param ids one, or all from one to another
 * @param pvid frames without a tag belong to it; only of a single one
 * @param untagged its frames leave without a tag
 */
public record PortVlan(VlanIds ids, boolean pvid, boolean untagged) {

  /** What a bridge gives to whoever becomes a port of it. */
  public static PortVlan usual(int id) {
    return new PortVlan(VlanIds.of(id), true, true);
  }

  /** As {@code bridge vlan add} takes it: {@code 10 pvid untagged}. */
  @Override
  public String toString() {
    return ids + (pvid ? " pvid" : "") + (untagged ? " untagged" : "");
  }
}
