package org.hookline.ui.run;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.hookline.api.Hookline.SimulationResult;
import org.hookline.export.Ink;
import org.hookline.export.SimulationText;
import org.hookline.ui.source.SourcePlace;

/** A simulation with what came of its actions. */
public record SimulationItem(IFile file, SimulationResult result) implements RunItem {
  @Override
  public String text() {
    return result.simulation().name();
  }

  @Override
  public String detail() {
    int actions = result.actions().size();
    return actions == 1 ? "1 action" : actions + " actions";
  }

  @Override
  public RunState state() {
    return result.met() ? RunState.GOOD : RunState.BAD;
  }

  @Override
  public List<ActionItem> children() {
    return result.actions().stream().map(action -> new ActionItem(this, action)).toList();
  }

  @Override
  public SourcePlace place() {
    return new SourcePlace(file, result.simulation().origin());
  }

  @Override
  public RunRequest request() {
    return new RunRequest(RunRequest.Kind.SIMULATE, List.of(file), Optional.of(text()));
  }

  @Override
  public List<String> story() {
    return new SimulationText(Ink.PLAIN)
        .of(result.simulation(), result.actions(), false)
        .lines()
        .toList();
  }
}
