package org.hookline.model.iface;

import java.util.List;
import java.util.Locale;

/** A switch of a link, in iproute2's words; those of bridge ports stand behind the port. */
public enum LinkFlag {
  ARP(true, "arp %s"),
  /** A state of the wire: most drivers refuse to be told. */
  CARRIER(true, "carrier %s"),
  MULTICAST(true, "multicast %s"),
  ALLMULTICAST(false, "allmulticast %s"),
  PROMISC(false, "promisc %s"),
  STP(false, "type bridge stp_state %s"),
  VLAN_FILTERING(false, "type bridge vlan_filtering %s"),
  HAIRPIN(false, "type bridge_slave hairpin %s"),
  ISOLATED(false, "type bridge_slave isolated %s"),
  LEARNING(true, "type bridge_slave learning %s"),
  FLOOD(true, "type bridge_slave flood %s"),
  MCAST_FLOOD(true, "type bridge_slave mcast_flood %s"),
  GUARD(false, "type bridge_slave guard %s");

  /** Those that the paths know of. */
  private static final List<LinkFlag> PLAYED = List.of(CARRIER);

  /**
   * Those that only multicast and spanning tree know of, so that no packet of the model differs.
   */
  private static final List<LinkFlag> HARMLESS =
      List.of(MULTICAST, ALLMULTICAST, MCAST_FLOOD, GUARD);

  private final boolean usual;
  private final String command;

  LinkFlag(boolean usual, String command) {
    this.usual = usual;
    this.command = command;
  }

  /** What a link has that nothing was said of. */
  public boolean usual() {
    return usual;
  }

  /** The language's word, and iproute2's as far as it has one. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it stands behind a port of a bridge. */
  public boolean ofPort() {
    return command.startsWith("type bridge_slave");
  }

  /** Whether a script can set it, whatever the link. */
  public boolean isSetting() {
    return this != CARRIER;
  }

  /** Whether it can decide where a packet goes, unknown to the paths, on a link of this kind. */
  public boolean matters(InterfaceKind kind) {
    boolean bridgesOnly = this == PROMISC || this == STP || this == VLAN_FILTERING;
    return !HARMLESS.contains(this)
        && !PLAYED.contains(this)
        && (!bridgesOnly || kind instanceof InterfaceKind.Bridge);
  }

  /** The words behind {@code ip link set dev NAME}. */
  public String command(boolean on) {
    boolean number = command.startsWith("type bridge ");
    return String.format(command, number ? (on ? "1" : "0") : (on ? "on" : "off"));
  }
}
