package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.PacketTableBlock;

/** A NAT policy outside of table nat. */
final class PolicyTable implements TreeRule<NatPolicy> {
  static final String CODE = "policy-table";

  @Override
  public Class<NatPolicy> type() {
    return NatPolicy.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(NatPolicy policy, Findings findings) {
    PacketTableBlock block = EcoreUtil2.getContainerOfType(policy, PacketTableBlock.class);
    if (block != null && !block.getName().equals("nat")) {
      findings
          .at(policy)
          .error(
              CODE,
              "table " + block.getName() + " does not translate addresses",
              "move it into nat { … }");
    }
  }
}
