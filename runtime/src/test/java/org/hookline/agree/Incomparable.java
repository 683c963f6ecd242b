package org.hookline.agree;

import java.util.List;
import org.hookline.check.SymbolicRun;
import org.hookline.check.Witness;
import org.hookline.ir.Bound;
import org.hookline.ir.Fate;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Part;
import org.hookline.sim.FlowResult;
import org.hookline.sim.HashStore;
import org.hookline.sim.Tables;

/** Flows on which the interpreters need not agree. */
public final class Incomparable {
  private Incomparable() {}

  /** Whether a flow that was played is one of them. */
  public static boolean is(SymbolicRun run, Witness played, FlowResult result, Tables tables) {
    return bounded(run, played, result) || ambiguous(run.graph(), tables);
  }

  /** Bounds that only one interpreter has, and draws that the oracle did not find. */
  private static boolean bounded(SymbolicRun run, Witness played, FlowResult result) {
    List<Fate> simulated = result.fates();
    if (simulated.contains(Bound.DRAWS.fate()) || simulated.contains(Bound.STEPS.fate())) {
      return true;
    }
    List<Fate> checked =
        run.endOf(played).map(end -> end.fates(run.assignment(played))).orElse(List.of());
    return checked.contains(Bound.ENTRIES.fate())
        || checked.contains(Bound.STATES.fate())
        || checked.contains(Bound.NODES.fate());
  }

  /**
   * Connections of an address and port with themselves: both tuples are equal at first. The checker
   * tells them apart only where the ends are narrow.
   */
  private static boolean ambiguous(StepGraph graph, Tables tables) {
    for (int host : graph.slots().keySet()) {
      HashStore table = tables.of(host);
      for (long entry = 1; entry <= table.size(); entry++) {
        if (table.read(entry, Part.ORIGINAL_SRC).equals(table.read(entry, Part.ORIGINAL_DST))
            && table
                .read(entry, Part.ORIGINAL_SPORT)
                .equals(table.read(entry, Part.ORIGINAL_DPORT))) {
          return true;
        }
      }
    }
    return false;
  }
}
