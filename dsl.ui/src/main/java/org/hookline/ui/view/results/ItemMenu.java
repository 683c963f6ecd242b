package org.hookline.ui.view.results;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.hookline.ui.Icon;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunReport;

/** What can be done with the lines of the results. */
final class ItemMenu {
  private final TreeViewer tree;
  private final RunBoard board;

  private ItemMenu(TreeViewer tree, RunBoard board) {
    this.tree = tree;
    this.board = board;
  }

  static void of(TreeViewer tree, RunBoard board) {
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(new ItemMenu(tree, board)::fill);
    tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
  }

  private void fill(IMenuManager menu) {
    List<RunItem> items = selected();
    if (items.isEmpty()) {
      return;
    }
    RunItem first = items.get(0);
    menu.add(entry("Run", Icon.RERUN, () -> run(first)));
    menu.add(entry("Show in Editor", Icon.FILE, () -> first.place().show()));
    menu.add(new Separator());
    menu.add(entry("Copy", Icon.ELEMENT, () -> copy(items)));
  }

  private List<RunItem> selected() {
    return ((IStructuredSelection) tree.getSelection()).stream().map(RunItem.class::cast).toList();
  }

  private void run(RunItem item) {
    new RunJob(item.request(), board, RunReport.NONE).schedule();
  }

  /** All there is to say about the lines, as text. */
  private void copy(List<RunItem> items) {
    String text =
        items.stream()
            .flatMap(item -> item.story().stream())
            .collect(Collectors.joining(System.lineSeparator()));
    Clipboard clipboard = new Clipboard(tree.getControl().getDisplay());
    clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private static Action entry(String text, Icon icon, Runnable task) {
    return new Action(text, icon.descriptor()) {
      @Override
      public void run() {
        task.run();
      }
    };
  }
}
