package org.hookline.export;

import static org.hookline.export.drawing.Svg.escape;

import java.util.List;
import java.util.Optional;
import org.hookline.check.CheckResult;
import org.hookline.check.Counterexample;
import org.hookline.check.FailingFlows;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.FlowPath;
import org.hookline.export.drawing.Svg;
import org.hookline.ir.Why;

/** Verdicts as a page for a browser, complete in itself: no scripts, no other files. */
public final class CheckHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --good: #2c8a4a; --bad: #c22f2f; --open: #b07d12; --faint: #7d8893; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
      code, pre { font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 13px; }
      pre { overflow-x: auto; } svg { max-width: 100%; height: auto; } figure { margin: 1rem 0; }
      .verdict { display: inline-block; min-width: 6.5rem; font-weight: bold; }
      .proved, .met { color: var(--good); } .refuted { color: var(--bad); }
      .assumed, .inconclusive { color: var(--open); } .place { color: var(--faint); }
      ul { margin: .2rem 0; }
      """;

  private final StringBuilder out = new StringBuilder();

  private CheckHtml() {}

  /**
   * An HTML document with a line end.
   *
   * @param topology of the network, if somebody has laid it out
   */
  public static String of(List<CheckResult> results, Optional<Drawing> topology) {
    CheckHtml page = new CheckHtml();
    page.out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.out.append("<title>Hookline verdicts</title>\n<style>\n").append(STYLE);
    page.out.append("</style>\n</head>\n<body>\n<h1>Verdicts</h1>\n");
    page.totals(results);
    topology.ifPresent(drawing -> page.figure("topology", drawing));
    results.forEach(page::check);
    return page.out.append("</body>\n</html>\n").toString();
  }

  private void totals(List<CheckResult> results) {
    out.append("<ul>\n");
    for (CheckResult result : results) {
      out.append("<li>").append(verdict(result.verdict(), result.met())).append(' ');
      out.append(escape(result.check().name())).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static String verdict(Verdict verdict, boolean met) {
    String style = met ? "met" : verdict.toString();
    return "<span class=\"verdict " + style + "\">" + verdict + "</span>";
  }

  private void check(CheckResult result) {
    String expected = result.check().expectRefuted() ? " (expected refuted)" : "";
    out.append("<h2>").append(verdict(result.verdict(), result.met())).append(' ');
    out.append(escape(result.check().name() + expected)).append(' ');
    place(result.check().origin().toString());
    out.append("</h2>\n<ul>\n");
    result.properties().forEach(property -> property(property, result.met()));
    out.append("</ul>\n");
    result.properties().stream()
        .flatMap(property -> property.counterexample().stream())
        .reduce((first, last) -> last)
        .filter(example -> !result.met())
        .ifPresent(this::counterexample);
  }

  private void place(String place) {
    out.append("<code class=\"place\">").append(escape(place)).append("</code>");
  }

  private void property(PropertyResult property, boolean met) {
    out.append("<li>").append(verdict(property.verdict(), met)).append(' ');
    out.append(escape(property.name())).append("\n<ul>\n");
    for (FailingFlows flows : property.failing()) {
      out.append("<li>fails for <code>").append(escape(flows.text())).append("</code></li>\n");
    }
    for (String assumption : property.assumptions()) {
      out.append("<li>assuming ").append(escape(assumption)).append("</li>\n");
    }
    out.append("</ul></li>\n");
  }

  private void counterexample(Counterexample example) {
    out.append("<p>Counterexample <code>").append(escape(example.packet().toString()));
    out.append("</code>, seen by <code>tcpdump '");
    out.append(escape(example.packet().tcpdumpFilter())).append("'</code></p>\n");
    example.remark().ifPresent(remark -> out.append("<p>").append(escape(remark)).append("</p>\n"));
    for (String sentence : Story.of(example.trace())) {
      out.append("<p>").append(escape(sentence)).append("</p>\n");
    }
    out.append("<p>Decided by</p>\n<ul>\n");
    for (Why why : example.deciders()) {
      out.append("<li>").append(escape(why.stage())).append(": <code>");
      out.append(escape(why.text())).append("</code> ");
      place(why.origin().toString());
      out.append("</li>\n");
    }
    out.append("</ul>\n<details><summary>trace</summary>\n<pre>");
    String trace = String.join("\n", new TraceText(Ink.PLAIN).lines(example.trace()));
    out.append(escape(trace)).append("</pre>\n</details>\n");
    FlowPath.of(example.trace()).forEach(page -> figure(page.title(), page.drawing()));
  }

  private void figure(String title, Drawing drawing) {
    out.append("<figure>\n<figcaption>").append(escape(title)).append("</figcaption>\n");
    out.append(Svg.of(drawing)).append("</figure>\n");
  }
}
