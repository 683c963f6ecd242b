package org.hookline.dsl.rules;

import java.util.List;
import java.util.Objects;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.GotoTarget;
import org.hookline.dsl.hookline.JumpTarget;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.scoping.HostParts;

/** Which chains call which. */
final class Jumps {
  private Jumps() {}

  /** The chain that a rule jumps or goes to; null for other targets. */
  static ChainBlock target(PacketRule rule) {
    if (rule.getTarget() instanceof JumpTarget jump) {
      return jump.getChain();
    }
    return rule.getTarget() instanceof GotoTarget go ? go.getChain() : null;
  }

  /** All blocks of the chain, over the amendments of its host. */
  static List<ChainBlock> blocks(ChainBlock chain, HostParts hosts) {
    PacketTableBlock table = EcoreUtil2.getContainerOfType(chain, PacketTableBlock.class);
    if (table == null) {
      return List.of(chain);
    }
    return hosts.hostOf(chain).stream()
        .flatMap(host -> hosts.elements(host, chain).stream())
        .filter(PacketTableBlock.class::isInstance)
        .map(PacketTableBlock.class::cast)
        .filter(block -> Objects.equals(block.getName(), table.getName()))
        .flatMap(block -> EcoreUtil2.typeSelect(block.getElements(), ChainBlock.class).stream())
        .filter(block -> Objects.equals(block.getName(), chain.getName()))
        .toList();
  }
}
