package org.hookline.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;

/**
 * Which links of a host have carrier: what is written of them, and what follows from the links that
 * they consist of.
 *
 * <p>kernel: drivers/net/veth.c veth_open(), veth_close(), net/8021q/vlan_dev.c vlan_dev_open(),
 * net/core/dev.c netif_stacked_transfer_operstate(), net/bridge/br_stp_if.c
 * br_port_state_selection()
 */
public record Carrier(Host host) {

  /** Whether frames can come and go: the interface is up and has carrier. */
  public boolean passes(Interface iface) {
    return iface.up() && at(iface);
  }

  /** Whether an interface has carrier, or would have it if it were up. */
  public boolean at(Interface iface) {
    return at(iface, new HashSet<>());
  }

  private boolean at(Interface iface, Set<String> passed) {
    boolean beneath = !passed.add(iface.name()) || beneath(iface, passed);
    return iface.settings().is(LinkFlag.CARRIER) && beneath;
  }

  /** A bridge without ports of its own has some that are not described. */
  private boolean beneath(Interface iface, Set<String> passed) {
    InterfaceKind kind = iface.kind();
    boolean paired = found(kind.otherEnd()).map(Interface::up).orElse(true);
    boolean inside = kind.unmodelled().isPresent();
    boolean lower = inside || found(kind.lower()).map(below -> at(below, passed)).orElse(true);
    List<String> ports = kind.ports();
    boolean ported =
        ports.isEmpty()
            || ports.stream()
                .flatMap(port -> host.iface(port).stream())
                .anyMatch(port -> port.up() && at(port, passed));
    return paired && lower && ported;
  }

  private Optional<Interface> found(Optional<String> name) {
    return name.flatMap(host::iface);
  }
}
