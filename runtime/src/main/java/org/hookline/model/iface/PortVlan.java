package org.hookline.model.iface;

/**
 * A VLAN that a port of a bridge is in.
 *
 * @param id 1 … 4094
 * @param pvid frames without a tag belong to it
 * @param untagged its frames leave without a tag
 */
public record PortVlan(int id, boolean pvid, boolean untagged) {

  /** As {@code bridge vlan add} takes it: {@code 10 pvid untagged}. */
  @Override
  public String toString() {
    return id + (pvid ? " pvid" : "") + (untagged ? " untagged" : "");
  }
}
