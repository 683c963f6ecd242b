package org.hookline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hookline.check.set.Assignment;
import org.hookline.ir.Fate;
import org.hookline.ir.Taken;
import org.hookline.ir.conntrack.Part;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.sim.FlowResult;
import org.hookline.sim.HashStore;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.PathRecorder;
import org.hookline.sim.Recorder;
import org.hookline.sim.ScriptedOracle;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;

/**
 * Plays a flow of a symbolic run in the simulator and compares everything: the steps and branches,
 * the fates, all fields and all conntrack entries.
 *
 * @param result what the simulator found
 * @param differences empty when both interpreters agree; anything else is an error of ours
 */
public record Replay(FlowResult result, List<String> differences) {

  /**
   * Plays a witness again.
   *
   * @param recorder is told what happens on the way
   */
  public static Replay of(SymbolicRun run, Witness flow, Recorder recorder) {
    Tables tables = new Tables();
    PathRecorder path = new PathRecorder();
    ScriptedOracle oracle = new ScriptedOracle(flow.choices(), new NaturalOracle(0));
    FlowResult result =
        new Simulator(run.graph(), oracle, recorder.and(path))
            .run(run.start(), flow.packet(), tables);
    return new Replay(result, differences(run, flow, result, path.path(), tables));
  }

  /** Compares what the simulator found with what the run says of the same flow. */
  public static List<String> differences(
      SymbolicRun run, Witness flow, FlowResult result, List<Taken> path, Tables tables) {
    Assignment values = run.assignment(flow);
    List<String> differences = new ArrayList<>();
    Optional<Terminal> end = run.endOf(flow);
    if (end.isEmpty()) {
      differences.add("the checker knows no end of this flow");
      return differences;
    }
    comparePaths(run.path(flow), path, differences);
    compareFates(end.get().fates(values), result.fates(), differences);
    for (Field field : run.graph().fields()) {
      compareField(field, end.get().value(field, values), result.value(field), differences);
    }
    for (int host : run.graph().slots().keySet()) {
      List<String> checked = entries(end.get(), host, values);
      List<String> simulated = entries(tables.of(host));
      if (!checked.equals(simulated)) {
        differences.add(
            "entries of host " + host + ": checker " + checked + ", simulator " + simulated);
      }
    }
    return differences;
  }

  private static void comparePaths(
      List<Taken> checked, List<Taken> simulated, List<String> differences) {
    int common = Math.min(checked.size(), simulated.size());
    for (int i = 0; i < common; i++) {
      if (!checked.get(i).equals(simulated.get(i))) {
        differences.add(
            "step " + i + ": checker " + checked.get(i) + ", simulator " + simulated.get(i));
        return;
      }
    }
    if (checked.size() != simulated.size()) {
      List<Taken> longer = checked.size() > common ? checked : simulated;
      differences.add(
          "only the "
              + (longer == checked ? "checker" : "simulator")
              + " goes on to "
              + longer.get(common));
    }
  }

  private static void compareFates(
      List<Fate> checked, List<Fate> simulated, List<String> differences) {
    if (!checked.equals(simulated)) {
      differences.add("fates: checker " + checked + ", simulator " + simulated);
    }
  }

  /** Numbers of entries may differ: a slot may be passed over because other packets hold it. */
  private static void compareField(
      Field field, long checked, long simulated, List<String> differences) {
    boolean same =
        field.equals(Fields.CT_ENTRY) ? (checked == 0) == (simulated == 0) : checked == simulated;
    if (!same) {
      differences.add(field + ": checker " + checked + ", simulator " + simulated);
    }
  }

  private static List<String> entries(Terminal end, int host, Assignment values) {
    List<String> entries = new ArrayList<>();
    for (int entry : end.entries(host, values)) {
      StringBuilder text = new StringBuilder();
      for (Part part : Part.values()) {
        text.append(' ').append(end.part(host, entry, part, values));
      }
      entries.add(text.toString());
    }
    Collections.sort(entries);
    return entries;
  }

  private static List<String> entries(HashStore table) {
    List<String> entries = new ArrayList<>();
    for (long entry = 1; entry <= table.size(); entry++) {
      StringBuilder text = new StringBuilder();
      for (Part part : Part.values()) {
        text.append(' ').append(table.read(entry, part));
      }
      entries.add(text.toString());
    }
    Collections.sort(entries);
    return entries;
  }
}
