package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hookline.check.CheckResult;
import org.hookline.check.Counterexample;
import org.hookline.check.FailingFlows;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;

/** Verdicts as people read them. */
public final class CheckText {
  /** Boxes that are shown; the JSON form has all. */
  private static final int BOXES = 10;

  private final Ink ink;

  public CheckText(Ink ink) {
    this.ink = ink;
  }

  /** All checks, then one line of totals. */
  public String of(List<CheckResult> results) {
    List<String> lines = new ArrayList<>();
    for (CheckResult result : results) {
      check(result, lines);
    }
    unrecorded(results).ifPresent(lines::add);
    lines.add(totals(results));
    return String.join("\n", lines) + "\n";
  }

  /** What nobody has compared with a kernel; it makes no proof an assumption. */
  private Optional<String> unrecorded(List<CheckResult> results) {
    String hosts =
        results.stream()
            .flatMap(r -> r.unrecorded().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return hosts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ink.faint("by the kernel's sources, no recordings of this version: " + hosts));
  }

  private void check(CheckResult result, List<String> lines) {
    String expected = result.check().expectRefuted() && result.met() ? ", as expected" : "";
    String missed = result.check().expectRefuted() && !result.met() ? ", but expected refuted" : "";
    lines.add(
        verdict(result)
            + expected
            + missed
            + "  "
            + ink.strong(result.check().name())
            + "  "
            + ink.faint(result.check().origin().toString()));
    for (PropertyResult property : result.properties()) {
      property(property, result.met(), lines);
    }
    if (!result.met()) {
      counterexample(result, lines);
    }
    lines.add("");
  }

  private String verdict(CheckResult result) {
    return paint(result.verdict(), result.met());
  }

  private String paint(Verdict verdict, boolean met) {
    return switch (verdict) {
      case PROVED -> ink.good("proved");
      case REFUTED -> met ? ink.good("refuted") : ink.bad("refuted");
      case ASSUMED -> ink.open("assumed");
      case INCONCLUSIVE -> ink.open("inconclusive");
    };
  }

  private void property(PropertyResult property, boolean met, List<String> lines) {
    lines.add("  " + paint(property.verdict(), met) + "  " + property.name());
    List<FailingFlows> failing = property.failing();
    for (FailingFlows flows : failing.subList(0, Math.min(BOXES, failing.size()))) {
      lines.add("      fails for " + flows.text());
    }
    if (failing.size() > BOXES) {
      lines.add("      +" + (failing.size() - BOXES) + " more");
    }
    property.assumptions().forEach(a -> lines.add("      assuming " + a));
    property.unknown().forEach(u -> lines.add("      because " + u));
  }

  /** The first property that has one: the others are usually the same story. */
  private void counterexample(CheckResult result, List<String> lines) {
    result.properties().stream()
        .filter(p -> p.verdict() == Verdict.REFUTED)
        .flatMap(p -> p.counterexample().stream())
        .reduce((first, second) -> second)
        .ifPresent(example -> story(example, lines));
  }

  private void story(Counterexample example, List<String> lines) {
    lines.add("");
    lines.add("  " + ink.strong("counterexample") + "  " + example.packet());
    example.remark().ifPresent(remark -> lines.add("    " + remark));
    lines.add("    tcpdump '" + example.packet().tcpdumpFilter() + "'");
    Story.of(example.trace()).forEach(sentence -> lines.add("    " + sentence));
    lines.add("");
    new TraceText(ink).lines(example.trace()).forEach(line -> lines.add("    " + line));
    lines.add("  " + ink.strong("decided by"));
    example
        .deciders()
        .forEach(why -> lines.add("    " + why.origin() + "  " + why.stage() + ": " + why.text()));
  }

  private String totals(List<CheckResult> results) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = results.stream().filter(r -> r.verdict() == verdict).count();
      if (count > 0) {
        parts.add(count + " " + verdict);
      }
    }
    long missed = results.stream().filter(r -> !r.met()).count();
    String checks = results.size() == 1 ? "1 check" : results.size() + " checks";
    String all = checks + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    return missed == 0 ? ink.good(all) : ink.bad(all);
  }
}
