package org.hookline.dsl.rules;

import java.util.List;
import java.util.Map;
import org.hookline.dsl.hookline.FrameChain;
import org.hookline.dsl.hookline.FrameTableBlock;

/** Tables and chains that ebtables or arptables do not have. */
final class FrameShape implements TreeRule<FrameTableBlock> {
  private static final String CODE = "frame-table";

  /** ebtables(8), arptables(8) */
  private static final Map<String, List<String>> BUILT_IN =
      Map.of(
          "ebtables broute", List.of("BROUTING"),
          "ebtables nat", List.of("PREROUTING", "OUTPUT", "POSTROUTING"),
          "ebtables filter", List.of("INPUT", "FORWARD", "OUTPUT"),
          "arptables filter", List.of("INPUT", "FORWARD", "OUTPUT"));

  @Override
  public Class<FrameTableBlock> type() {
    return FrameTableBlock.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(FrameTableBlock table, Findings findings) {
    List<String> builtIn = BUILT_IN.get(table.getTool() + " " + table.getName());
    if (builtIn == null) {
      findings
          .at(table)
          .error(
              CODE, table.getTool() + " has no table " + table.getName(), "arptables filter { … }");
      return;
    }
    for (FrameChain chain : table.getChains()) {
      boolean others =
          chain.getName() != null
              && !builtIn.contains(chain.getName())
              && BUILT_IN.values().stream().anyMatch(all -> all.contains(chain.getName()));
      if (others) {
        findings
            .at(chain)
            .error(
                CODE,
                "this table has no chain " + chain.getName(),
                "one of " + String.join(", ", builtIn) + ", or a name of your own");
      }
    }
  }
}
