package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.BridgeKind;
import org.hookline.dsl.hookline.BridgeVlan;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.InterfaceProperty;
import org.hookline.dsl.hookline.PortsProperty;
import org.hookline.dsl.hookline.SwitchProperty;
import org.hookline.dsl.hookline.UsualVlan;
import org.hookline.dsl.hookline.VethKind;
import org.hookline.dsl.hookline.VlanKind;

/** Interfaces whose parts do not fit: a VLAN on itself, ports of something that is no bridge. */
final class InterfaceShape implements TreeRule<InterfaceDeclaration> {
  static final String CODE = "interface-shape";

  private static final List<String> OF_BRIDGES = List.of("stp", "vlan_filtering");

  @Override
  public Class<InterfaceDeclaration> type() {
    return InterfaceDeclaration.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(InterfaceDeclaration iface, Findings findings) {
    boolean bridge = iface.getKind() instanceof BridgeKind;
    for (PortsProperty ports : EcoreUtil2.typeSelect(iface.getProperties(), PortsProperty.class)) {
      if (!bridge) {
        findings
            .at(ports)
            .error(CODE, "only a bridge has ports", "interface NAME bridge { ports … }");
      } else if (ports.getPorts().stream().anyMatch(port -> port.getIface() == iface)) {
        findings.at(ports).error(CODE, "a bridge is no port of itself", "other interfaces");
      }
    }
    for (SwitchProperty flag : EcoreUtil2.typeSelect(iface.getProperties(), SwitchProperty.class)) {
      if (!bridge && OF_BRIDGES.contains(flag.getFlag())) {
        findings
            .at(flag)
            .error(CODE, "only a bridge has " + flag.getFlag(), "interface NAME bridge { … }");
      }
    }
    for (InterfaceProperty property : iface.getProperties()) {
      if (!bridge && (property instanceof BridgeVlan || property instanceof UsualVlan)) {
        findings
            .at(property)
            .error(CODE, "only a bridge has VLANs of its own", "interface NAME bridge { … }");
      }
    }
    if (iface.getKind() instanceof VlanKind vlan && vlan.getParent() == iface) {
      findings
          .at(vlan)
          .error(CODE, "a VLAN cannot lie on itself", "the interface that carries the tags");
    }
    if (iface.getKind() instanceof VethKind veth && !mutual(iface, veth)) {
      findings
          .at(veth)
          .error(
              CODE,
              "the two ends of a veth name each other",
              "interface OTHER veth peer " + iface.getName());
    }
  }

  private static boolean mutual(InterfaceDeclaration iface, VethKind veth) {
    InterfaceDeclaration peer = veth.getPeer();
    return peer == null
        || peer.eIsProxy()
        || peer != iface && peer.getKind() instanceof VethKind other && other.getPeer() == iface;
  }
}
