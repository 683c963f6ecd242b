package org.hookline.export;

import java.util.List;
import java.util.Optional;
import org.hookline.check.CheckResult;
import org.hookline.check.PropertyResult;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.FlowPath;
import org.hookline.export.drawing.Stack;
import org.hookline.export.drawing.Svg;

/** Verdicts as one picture: the network, and the way of each counterexample through its hosts. */
public final class CheckSvg {
  private CheckSvg() {}

  /**
   * An SVG document with a line end.
   *
   * @param topology of the network, if somebody has laid it out
   */
  public static String of(List<CheckResult> results, Optional<Drawing> topology) {
    Stack stack = new Stack();
    topology.ifPresent(drawing -> stack.add("topology", drawing));
    for (CheckResult result : results) {
      stack.heading(result.verdict() + "  " + result.check().name());
      if (!result.met()) {
        result.properties().stream()
            .map(PropertyResult::counterexample)
            .flatMap(Optional::stream)
            .reduce((first, last) -> last)
            .ifPresent(e -> FlowPath.of(e.trace()).forEach(p -> stack.add(p.title(), p.drawing())));
      }
    }
    return Svg.of(stack.drawing());
  }
}
