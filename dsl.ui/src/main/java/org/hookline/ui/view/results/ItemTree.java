package org.hookline.ui.view.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.RunState;

/** Files, their checks and simulations, and the properties and actions of those. */
final class ItemTree implements ITreeContentProvider {
  @Override
  public Object[] getElements(Object board) {
    return ((RunBoard) board).runs().toArray();
  }

  @Override
  public Object[] getChildren(Object item) {
    return ((RunItem) item).children().toArray();
  }

  @Override
  public Object getParent(Object item) {
    return null;
  }

  @Override
  public boolean hasChildren(Object item) {
    return !((RunItem) item).children().isEmpty();
  }

  /** The first check or simulation that is not as it should be, unless all are. */
  static Optional<RunItem> worst(List<FileRun> runs) {
    return runs.stream()
        .flatMap(run -> Stream.concat(Stream.of(run), run.children().stream()))
        .filter(item -> item.children().isEmpty() || !(item instanceof FileRun))
        .filter(item -> item.state().compareTo(RunState.OPEN) >= 0)
        .map(RunItem.class::cast)
        .findFirst();
  }
}
