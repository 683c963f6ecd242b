package org.hookline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.hookline.api.Hookline.SimulationResult;
import org.hookline.check.CheckResult;
import org.hookline.source.Origin;
import org.hookline.ui.source.SourcePlace;

/**
 * What came of a file so far.
 *
 * @param phase of the file itself; the results have states of their own
 * @param message what is being done, or what went wrong; may be empty
 */
public record FileRun(
    IFile file,
    RunState phase,
    String message,
    List<CheckResult> checks,
    List<SimulationResult> simulations)
    implements RunItem {

  static FileRun waiting(IFile file) {
    return new FileRun(file, RunState.WAITING, "", List.of(), List.of());
  }

  /** Verdicts that somebody else found out. */
  public static FileRun judged(IFile file, List<CheckResult> checks) {
    return new FileRun(file, RunState.GOOD, "", checks, List.of());
  }

  /** Whether a file is this one, or one that a verdict on it speaks of. */
  public boolean mentions(IFile other) {
    return file.equals(other)
        || checks.stream()
            .flatMap(FileRun::origins)
            .map(Origin::file)
            .distinct()
            .map(name -> new SourcePlace(file, Origin.line(name, 1)))
            .anyMatch(place -> place.file().equals(Optional.of(other)));
  }

  private static Stream<Origin> origins(CheckResult result) {
    Stream<Origin> deciders =
        result.properties().stream()
            .flatMap(property -> property.counterexample().stream())
            .flatMap(example -> example.deciders().stream())
            .map(why -> why.origin());
    return Stream.concat(Stream.of(result.check().origin()), deciders);
  }

  FileRun in(RunState newPhase, String newMessage) {
    return new FileRun(file, newPhase, newMessage, checks, simulations);
  }

  FileRun with(CheckResult check) {
    List<CheckResult> more = new ArrayList<>(checks);
    more.add(check);
    return new FileRun(file, phase, message, List.copyOf(more), simulations);
  }

  FileRun with(SimulationResult simulation) {
    List<SimulationResult> more = new ArrayList<>(simulations);
    more.add(simulation);
    return new FileRun(file, phase, message, checks, List.copyOf(more));
  }

  @Override
  public String text() {
    return file.getFullPath().makeRelative().toString();
  }

  @Override
  public String detail() {
    return message;
  }

  @Override
  public RunState state() {
    List<RunState> states = new ArrayList<>(List.of(phase));
    children().forEach(child -> states.add(child.state()));
    return RunState.worst(states);
  }

  @Override
  public List<RunItem> children() {
    List<RunItem> items = new ArrayList<>();
    checks.forEach(check -> items.add(new CheckItem(file, check)));
    simulations.forEach(simulation -> items.add(new SimulationItem(file, simulation)));
    return items;
  }

  @Override
  public SourcePlace place() {
    return new SourcePlace(file, Origin.line(file.getName(), 1));
  }

  @Override
  public RunRequest request() {
    RunRequest.Kind kind = simulations.isEmpty() ? RunRequest.Kind.CHECK : RunRequest.Kind.SIMULATE;
    return new RunRequest(kind, List.of(file), Optional.empty());
  }

  @Override
  public List<String> story() {
    return message.isEmpty() ? List.of(text()) : List.of(text(), "", message);
  }
}
