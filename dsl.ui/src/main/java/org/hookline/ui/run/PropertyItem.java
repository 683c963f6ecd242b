package org.hookline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.check.PropertyResult;
import org.hookline.export.Ink;
import org.hookline.export.Story;
import org.hookline.export.TraceText;
import org.hookline.ui.source.SourcePlace;

/** A property of a check with its verdict, its failing set and its counterexample. */
public record PropertyItem(CheckItem check, PropertyResult result) implements RunItem {
  @Override
  public String text() {
    return result.name();
  }

  @Override
  public String detail() {
    return result.verdict().toString();
  }

  @Override
  public RunState state() {
    return check.state() == RunState.GOOD ? RunState.GOOD : RunState.of(result.verdict());
  }

  @Override
  public List<RunItem> children() {
    return List.of();
  }

  @Override
  public SourcePlace place() {
    return new SourcePlace(check.file(), result.origin());
  }

  @Override
  public RunRequest request() {
    return check.request();
  }

  @Override
  public Optional<ShownTrace> trace() {
    return result
        .counterexample()
        .map(e -> new ShownTrace(check.file(), check.text() + ": " + text(), e.trace()));
  }

  @Override
  public List<String> story() {
    List<String> lines = new ArrayList<>();
    lines.add(result.name() + "  " + result.verdict());
    result.failing().forEach(flows -> lines.add("  fails for " + flows.text()));
    result.assumptions().forEach(assumption -> lines.add("  assuming " + assumption));
    result
        .counterexample()
        .ifPresent(
            example -> {
              lines.add("");
              lines.add("counterexample  " + example.packet());
              example.remark().ifPresent(remark -> lines.add("  " + remark));
              lines.add("  tcpdump '" + example.packet().tcpdumpFilter() + "'");
              Story.of(example.trace()).forEach(sentence -> lines.add("  " + sentence));
              lines.add("");
              lines.addAll(new TraceText(Ink.PLAIN).lines(example.trace()));
              lines.add("");
              lines.add("decided by");
              example
                  .deciders()
                  .forEach(w -> lines.add("  " + w.origin() + "  " + w.stage() + ": " + w.text()));
            });
    return lines;
  }
}
