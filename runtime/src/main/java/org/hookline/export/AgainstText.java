package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hookline.lab.Summary;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.Place;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;

/** How predictions fared against recordings, as people read it. */
public final class AgainstText {
  private static final String ROW = "%-16s %9s %9s %9s %15s";

  private final Ink ink;

  public AgainstText(Ink ink) {
    this.ink = ink;
  }

  /** The probes that differ, the reasons of those that cannot be compared, and the numbers. */
  public String of(AgainstReport report) {
    List<String> lines = new ArrayList<>();
    for (ProbeResult result : report.of(Judgement.DIFFERED)) {
      Place place = result.place();
      lines.add(ink.strong(place.caseId() + " probe " + place.probe()) + ink.bad(" differs"));
      result.difference().ifPresent(difference -> lines.add("  " + difference));
    }
    Map<String, Integer> reasons = new TreeMap<>();
    report.of(Judgement.NOT_COMPARABLE).stream()
        .flatMap(result -> result.reason().stream())
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    reasons.forEach(
        (reason, probes) ->
            lines.add(ink.open("not comparable: " + probes(probes)) + ", " + reason));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        ink.faint(ROW.formatted("profile", "compared", "agreed", "differed", "not comparable")));
    report.profiles().forEach((profile, summary) -> lines.add(row(profile, summary)));
    lines.add(ink.strong(row("all", report.summary())));
    lines.add("order of chains and rules: " + probes(report.ordersCompared()) + " compared");
    report
        .untraced()
        .forEach(
            (reason, probes) ->
                lines.add(ink.open("order not comparable: " + probes(probes)) + ", " + reason));
    return String.join("\n", lines) + "\n";
  }

  private static String probes(int number) {
    return number + (number == 1 ? " probe" : " probes");
  }

  private static String row(String name, Summary summary) {
    return ROW.formatted(
        name, summary.compared(), summary.agreed(), summary.differed(), summary.notComparable());
  }
}
