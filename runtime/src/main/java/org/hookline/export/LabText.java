package org.hookline.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.lab.FlowReport;
import org.hookline.lab.LabReport;
import org.hookline.lab.Summary;

/** What came of a session in the lab, as people read it. */
public final class LabText {
  private final Ink ink;

  public LabText(Ink ink) {
    this.ink = ink;
  }

  /** A line for each flow, with the first step that differs, and the numbers. */
  public String of(LabReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.strong("kernel " + report.kernel()));
    report.substitutions().forEach(s -> lines.add(ink.faint("in the lab: " + s)));
    report.omitted().forEach(o -> lines.add(ink.open("not played: " + o)));
    report.flows().forEach(flow -> lines.addAll(lines(flow)));
    Summary summary = report.summary();
    lines.add(
        flows(summary.compared())
            + " compared: "
            + summary.agreed()
            + " agree, "
            + summary.differed()
            + " differ; "
            + summary.notComparable()
            + " not comparable");
    lines.add(
        "order of chains and rules: at "
            + report.ordersCompared()
            + (report.ordersCompared() == 1 ? " host" : " hosts")
            + " of these flows compared, "
            + report.ordersNotComparable()
            + " not comparable");
    return String.join("\n", lines) + "\n";
  }

  private List<String> lines(FlowReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        verdict(report) + "  " + report.flow().stimulus() + "  " + ink.faint(report.flow().name()));
    report.notComparable().ifPresent(reason -> lines.add("    " + reason));
    unseen(report)
        .forEach(
            (reason, hosts) ->
                lines.add(
                    "    "
                        + ink.open("order not comparable")
                        + " at "
                        + String.join(", ", hosts)
                        + ": "
                        + reason));
    report.differences().stream().limit(1).forEach(difference -> lines.add("    " + difference));
    return lines;
  }

  /** Hosts by the reason why their order is not comparable. */
  private static Map<String, List<String>> unseen(FlowReport report) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    report
        .order()
        .notComparable()
        .forEach(
            unseen ->
                hosts.computeIfAbsent(unseen.reason(), r -> new ArrayList<>()).add(unseen.host()));
    return hosts;
  }

  private String verdict(FlowReport report) {
    if (report.notComparable().isPresent()) {
      return ink.open("not comparable");
    }
    return report.differs() ? ink.bad("differs") : ink.good("agrees");
  }

  private static String flows(int number) {
    return number + (number == 1 ? " flow" : " flows");
  }
}
