package org.hookline.ui.run;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.hookline.check.CheckResult;
import org.hookline.export.CheckText;
import org.hookline.export.Ink;
import org.hookline.ui.source.SourcePlace;

/** A check with its verdict. */
public record CheckItem(IFile file, CheckResult result) implements RunItem {
  @Override
  public String text() {
    return result.check().name();
  }

  @Override
  public String detail() {
    String expected = result.check().expectRefuted() ? ", expected refuted" : "";
    return result.verdict() + expected;
  }

  @Override
  public RunState state() {
    return RunState.of(result);
  }

  @Override
  public List<PropertyItem> children() {
    return result.properties().stream().map(p -> new PropertyItem(this, p)).toList();
  }

  @Override
  public SourcePlace place() {
    return new SourcePlace(file, result.check().origin());
  }

  @Override
  public RunRequest request() {
    return new RunRequest(RunRequest.Kind.CHECK, List.of(file), Optional.of(text()));
  }

  @Override
  public Optional<ShownTrace> trace() {
    return children().stream().flatMap(p -> p.trace().stream()).reduce((a, b) -> b);
  }

  @Override
  public List<String> story() {
    return new CheckText(Ink.PLAIN).of(List.of(result)).lines().toList();
  }
}
