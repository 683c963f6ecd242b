package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.model.rule.TableName;

/** A chain that its table does not have, and policies where there are none. */
final class WrongChain implements TreeRule<ChainBlock> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<ChainBlock> type() {
    return ChainBlock.class;
  }

  @Override
  public List<String> codes() {
    return List.of("wrong-chain", "policy-on-user-chain");
  }

  @Override
  public void check(ChainBlock chain, Findings findings) {
    if (chain.getName() == null || !(chain.eContainer() instanceof PacketTableBlock block)) {
      return;
    }
    TableName table = Hooks.table(block);
    boolean builtIn = table.builtIn().contains(chain.getName());
    if (!builtIn && Hooks.ALL.contains(chain.getName())) {
      findings
          .at(chain)
          .error(
              "wrong-chain",
              "table " + table.word() + " has no chain " + chain.getName(),
              "one of " + String.join(", ", table.builtIn()) + ", or a name of your own");
    } else if (!builtIn && chain.getPolicy() != null) {
      findings
          .at(chain, HKL.getChainBlock_Policy())
          .error(
              "policy-on-user-chain",
              "only built-in chains have a policy, and " + chain.getName() + " is none",
              "end the chain with a rule that says " + chain.getPolicy());
    }
  }
}
