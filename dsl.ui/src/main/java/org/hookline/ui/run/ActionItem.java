package org.hookline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hookline.export.Ink;
import org.hookline.export.TraceText;
import org.hookline.sim.ActionResult;
import org.hookline.ui.source.SourcePlace;

/** One action of a simulation with what its endpoint saw. */
public record ActionItem(SimulationItem simulation, ActionResult result) implements RunItem {
  @Override
  public String text() {
    return result.trace().packets().get(0).sent().toString();
  }

  @Override
  public String detail() {
    String expected =
        result
            .action()
            .expected()
            .filter(e -> e != result.outcome())
            .map(e -> ", but expected " + e.name().toLowerCase(Locale.ROOT))
            .orElse("");
    return result.outcome().name().toLowerCase(Locale.ROOT) + expected;
  }

  @Override
  public RunState state() {
    return result.met() ? RunState.GOOD : RunState.BAD;
  }

  @Override
  public List<RunItem> children() {
    return List.of();
  }

  @Override
  public SourcePlace place() {
    return new SourcePlace(simulation.file(), result.action().origin());
  }

  @Override
  public RunRequest request() {
    return simulation.request();
  }

  @Override
  public Optional<ShownTrace> trace() {
    return Optional.of(
        new ShownTrace(simulation.file(), simulation.text() + ": " + text(), result.trace()));
  }

  @Override
  public List<String> story() {
    List<String> lines = new ArrayList<>();
    lines.add(detail() + "  " + text());
    lines.add("");
    lines.addAll(new TraceText(Ink.PLAIN).lines(result.trace()));
    return lines;
  }
}
