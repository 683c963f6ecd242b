package org.hookline.dsl.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hookline.check.CheckResult;
import org.hookline.dsl.diagram.TopologyDrawing;
import org.hookline.export.CheckHtml;
import org.hookline.export.CheckJson;
import org.hookline.export.CheckSvg;
import org.hookline.export.CheckText;
import org.hookline.export.Ink;
import org.hookline.export.drawing.Drawing;
import org.hookline.model.Network;
import org.hookline.source.Problem;

/** How verdicts are written: values of {@code hookline check --format}. */
enum CheckForm {
  TEXT,
  JSON,
  SVG,
  HTML;

  /** Whether problems are part of the document; otherwise they are told beside it. */
  boolean holdsProblems() {
    return this == JSON;
  }

  /**
   * The document.
   *
   * @param networks those that were read; a single one is drawn
   */
  String of(List<CheckResult> results, List<Problem> problems, List<Network> networks, Ink ink) {
    return switch (this) {
      case TEXT -> results.isEmpty() && !problems.isEmpty() ? "" : new CheckText(ink).of(results);
      case JSON -> CheckJson.of(results, problems);
      case SVG -> CheckSvg.of(results, topology(networks));
      case HTML -> CheckHtml.of(results, topology(networks));
    };
  }

  private static Optional<Drawing> topology(List<Network> networks) {
    return networks.size() == 1
        ? Optional.of(TopologyDrawing.of(networks.get(0)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
