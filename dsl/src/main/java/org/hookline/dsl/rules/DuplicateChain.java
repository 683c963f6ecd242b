package org.hookline.dsl.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.PacketTableBlock;

/** A chain that is written twice in one block, of which one was probably meant to be another. */
final class DuplicateChain implements TreeRule<PacketTableBlock> {
  static final String CODE = "duplicate-chain";

  @Override
  public Class<PacketTableBlock> type() {
    return PacketTableBlock.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(PacketTableBlock block, Findings findings) {
    Map<String, ChainBlock> seen = new HashMap<>();
    for (ChainBlock chain : EcoreUtil2.typeSelect(block.getElements(), ChainBlock.class)) {
      if (chain.getName() == null || Hooks.ALL.contains(chain.getName())) {
        continue;
      }
      ChainBlock first = seen.putIfAbsent(chain.getName(), chain);
      if (first != null) {
        findings
            .at(chain)
            .error(
                CODE,
                "chain '" + chain.getName() + "' is written already, at " + findings.origin(first),
                "one block for each chain of your own; built-in chains may have several");
      }
    }
  }
}
