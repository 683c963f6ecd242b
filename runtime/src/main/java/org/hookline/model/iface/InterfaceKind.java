package org.hookline.model.iface;

/** What an interface is made of. */
public sealed interface InterfaceKind {

  /** A network card: a link that exists before any script runs. */
  record Physical() implements InterfaceKind {}

  /** {@code ip link add … link PARENT type vlan id ID}. */
  record Vlan(String parent, int id) implements InterfaceKind {}

  /** {@code ip link add … type bridge}; ports may be empty. */
  record Bridge(java.util.List<String> ports) implements InterfaceKind {}

  /** One end of a pair inside this host. */
  record Veth(String peer) implements InterfaceKind {}

  record Dummy() implements InterfaceKind {}

  record Loopback() implements InterfaceKind {}

  /** A kind that is routed over but not modelled inside (bond, macvlan, tun, wireguard, vrf …). */
  record Opaque(String type) implements InterfaceKind {}
}
