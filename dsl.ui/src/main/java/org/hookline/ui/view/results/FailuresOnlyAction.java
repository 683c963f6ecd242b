package org.hookline.ui.view.results;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.hookline.ui.Icon;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.RunState;

/** Leaves out what is as expected. */
final class FailuresOnlyAction extends Action {
  private final TreeViewer tree;
  private final ViewerFilter filter =
      new ViewerFilter() {
        @Override
        public boolean select(Viewer viewer, Object parent, Object item) {
          return ((RunItem) item).state() != RunState.GOOD;
        }
      };

  FailuresOnlyAction(TreeViewer tree) {
    super("Show only what is not as expected", IAction.AS_CHECK_BOX);
    this.tree = tree;
    setImageDescriptor(Icon.BAD.descriptor());
  }

  @Override
  public void run() {
    if (isChecked()) {
      tree.addFilter(filter);
    } else {
      tree.removeFilter(filter);
    }
  }
}
