package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.scoping.HostParts;

/** Chains that jump in a circle, which the kernel refuses, and jumps to built-in chains. */
final class ChainLoop implements TreeRule<ChainBlock> {

  private final HostParts hosts;

  @Inject
  ChainLoop(HostParts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Class<ChainBlock> type() {
    return ChainBlock.class;
  }

  @Override
  public List<String> codes() {
    return List.of("chain-loop", "jump-to-built-in");
  }

  @Override
  public void check(ChainBlock chain, Findings findings) {
    for (PacketRule rule : EcoreUtil2.typeSelect(chain.getEntries(), PacketRule.class)) {
      ChainBlock next = Jumps.target(rule);
      if (next == null || next.eIsProxy() || next.getName() == null) {
        continue;
      }
      if (Hooks.ALL.contains(next.getName())) {
        findings
            .at(rule.getTarget())
            .error(
                "jump-to-built-in",
                next.getName() + " is a built-in chain, and only the kernel calls it",
                "a chain of your own with the common rules");
      } else if (reaches(next, chain.getName(), new HashSet<>())) {
        findings
            .at(rule.getTarget())
            .error(
                "chain-loop",
                "chain " + chain.getName() + " comes back to itself by " + next.getName(),
                "no circle; return goes back to the calling chain");
      }
    }
  }

  private boolean reaches(ChainBlock from, String wanted, Set<String> seen) {
    if (from.eIsProxy() || from.getName() == null || !seen.add(from.getName())) {
      return false;
    }
    return from.getName().equals(wanted)
        || Jumps.blocks(from, hosts).stream()
            .flatMap(block -> EcoreUtil2.typeSelect(block.getEntries(), PacketRule.class).stream())
            .map(Jumps::target)
            .anyMatch(next -> next != null && reaches(next, wanted, seen));
  }
}
