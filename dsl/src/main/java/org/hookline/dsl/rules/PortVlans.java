package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.BridgeVlan;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.NoVlans;
import org.hookline.dsl.hookline.PortVlan;
import org.hookline.dsl.hookline.VlanMembership;
import org.hookline.dsl.word.Words;
import org.hookline.model.iface.VlanIds;

/**
 * VLANs of a port that contradict one another: the kernel would take the last of them, or iproute2
 * refuse.
 *
 * <p>iproute2: bridge/vlan.c vlan_modify()
 */
final class PortVlans implements TreeRule<VlanMembership> {
  static final String CODE = "port-vlans";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<VlanMembership> type() {
    return VlanMembership.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(VlanMembership membership, Findings findings) {
    List<VlanMembership> earlier =
        beside(membership).stream().takeWhile(other -> other != membership).toList();
    boolean none =
        membership instanceof NoVlans || earlier.stream().anyMatch(NoVlans.class::isInstance);
    if (none && !earlier.isEmpty()) {
      findings.at(membership).error(CODE, "a port is in no VLAN or in some", "one of both");
    } else if (membership instanceof PortVlan vlan) {
      check(vlan, EcoreUtil2.typeSelect(earlier, PortVlan.class), findings);
    }
  }

  private static void check(PortVlan vlan, List<PortVlan> earlier, Findings findings) {
    Optional<VlanIds> ids = ids(vlan);
    if (ids.isPresent()
        && earlier.stream().flatMap(e -> ids(e).stream()).anyMatch(ids.get()::overlaps)) {
      findings
          .at(vlan, HKL.getPortVlan_Id())
          .error(CODE, "the port is in VLAN " + vlan.getId() + " already", "once");
    }
    if (vlan.isPvid() && ids.filter(all -> !all.single()).isPresent()) {
      findings
          .at(vlan, HKL.getPortVlan_Pvid())
          .error(CODE, "frames without a tag belong to one VLAN", "pvid behind a single one");
    } else if (vlan.isPvid() && earlier.stream().anyMatch(PortVlan::isPvid)) {
      findings
          .at(vlan, HKL.getPortVlan_Pvid())
          .error(CODE, "frames without a tag belong to another VLAN already", "one pvid");
    }
  }

  private static Optional<VlanIds> ids(PortVlan vlan) {
    return Readable.word(Words.VLAN_IDS, vlan.getId());
  }

  /** All that is said of the same port, or of the bridge itself. */
  private static List<VlanMembership> beside(VlanMembership membership) {
    EObject container = membership.eContainer();
    return container instanceof BridgeVlan
        ? EcoreUtil2.typeSelect(container.eContainer().eContents(), BridgeVlan.class).stream()
            .map(BridgeVlan::getVlan)
            .toList()
        : EcoreUtil2.typeSelect(container.eContents(), VlanMembership.class);
  }
}
