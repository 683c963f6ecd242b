package org.hookline.emit.link;

import java.util.ArrayList;
import java.util.List;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.LinkVlans;
import org.hookline.model.iface.PortVlan;

/**
 * VLANs of the bridges of which the host says something about VLANs, and of all their ports; other
 * bridges are left alone, because a kernel may know none.
 *
 * @param bridges their names
 * @param ports names of their ports
 * @param lines {@code vlan add dev NAME vid …}, with {@code self} for the bridges; nothing else is
 *     wanted there
 */
public record Vlans(List<String> bridges, List<String> ports, List<Line> lines) {

  public static Vlans of(Host host) {
    List<String> bridges = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Interface bridge : host.interfaces()) {
      List<Interface> members =
          bridge.kind().ports().stream().flatMap(name -> host.iface(name).stream()).toList();
      boolean said = says(bridge) || members.stream().anyMatch(Vlans::says);
      if (bridge.kind() instanceof InterfaceKind.Bridge && said) {
        LinkVlans usual = bridge.settings().vlans();
        bridges.add(bridge.name());
        lines.addAll(lines(bridge, usual, " self"));
        members.forEach(port -> ports.add(port.name()));
        members.forEach(port -> lines.addAll(lines(port, usual, "")));
      }
    }
    return new Vlans(bridges, ports, List.copyOf(lines));
  }

  private static boolean says(Interface link) {
    return link.settings().flags().containsKey(LinkFlag.VLAN_FILTERING.word())
        || !link.settings().vlans().equals(LinkVlans.NONE);
  }

  private static List<Line> lines(Interface link, LinkVlans bridge, String end) {
    List<PortVlan> wanted = link.settings().vlans().members().orElse(bridge.given());
    return wanted.stream()
        .map(vlan -> "vlan add dev " + link.name() + " vid " + vlan + end)
        .map(text -> new Line(text, link.origin()))
        .toList();
  }
}
