package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hookline.lab.random.Minimal;
import org.hookline.lab.random.RandomReport;

/** What came of random cases, as people read it. */
public final class RandomText {
  private static final String ROW = "  %8d  %s";

  private final Ink ink;

  public RandomText(Ink ink) {
    this.ink = ink;
  }

  /** The least cases that differ, what was covered how often, and the numbers. */
  public String of(RandomReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.strong("kernel " + report.kernel()) + ", seed " + report.assignment().seed());
    report.limits().forEach(limit -> lines.add(ink.faint("in the lab: " + limit)));
    report.refused().forEach(refused -> lines.add(ink.open("not played: ") + refused));
    for (Map.Entry<String, ? extends Map<String, Integer>> kind :
        report.coverage().counts().entrySet()) {
      lines.add(ink.strong(kind.getKey()));
      kind.getValue().forEach((name, count) -> lines.add(ROW.formatted(count, name)));
    }
    for (Minimal minimal : report.minimal()) {
      lines.add(ink.strong(minimal.recorded().id()) + " shrunken to");
      minimal.recorded().probes().forEach(probe -> lines.add("  " + probe.sent()));
      minimal.left().difference().ifPresent(difference -> lines.add("  " + difference));
    }
    return String.join("\n", lines) + "\n\n" + new AgainstText(ink).of(report.compared());
  }
}
