package org.hookline.ui.view.results;

import java.util.List;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.text.Screen;

/**
 * Verdicts like the results of unit tests: a bar, a tree, and what there is to say about a line.
 */
public final class ChecksView extends ViewPart {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.view.checks";

  private final RunBoard board = RunBoard.get();
  private final Runnable changed = this::changed;
  private VerdictBar bar;
  private TreeViewer tree;
  private StoryText story;
  private StopAction stop;
  private EditorFollower follower;

  @Override
  public void createPartControl(Composite parent) {
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
    bar = new VerdictBar(parent);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
    SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    tree = new TreeViewer(sash, SWT.H_SCROLL | SWT.V_SCROLL);
    tree.setContentProvider(new ItemTree());
    tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new ItemLabels()));
    tree.setInput(board);
    tree.addSelectionChangedListener(event -> selected(event.getStructuredSelection()));
    tree.addDoubleClickListener(event -> selectedItems().forEach(item -> item.place().show()));
    story = new StoryText(sash);
    sash.setWeights(2, 3);
    sash.addListener(SWT.Resize, event -> turn(sash));
    getSite().setSelectionProvider(tree);
    follower = new EditorFollower(board, getSite().getPage());
    ItemMenu.of(tree, board);
    stop = new StopAction(board);
    tools(getViewSite().getActionBars().getToolBarManager());
    board.listen(changed);
    show();
  }

  /** The text beside the tree where there is room for both, else below it. */
  private static void turn(SashForm sash) {
    Point size = sash.getSize();
    sash.setOrientation(size.x < 2 * size.y ? SWT.VERTICAL : SWT.HORIZONTAL);
  }

  private void tools(IToolBarManager tools) {
    tools.add(new RerunAction(board));
    tools.add(stop);
    tools.add(new FailuresOnlyAction(tree));
    tools.add(follower.action());
  }

  /** The lines of the tree that are selected. */
  private List<RunItem> selectedItems() {
    return ((IStructuredSelection) tree.getSelection()).stream().map(RunItem.class::cast).toList();
  }

  private void selected(IStructuredSelection selection) {
    if (selection.getFirstElement() instanceof RunItem item) {
      story.show(item);
    } else {
      story.clear();
    }
  }

  private void changed() {
    Screen.later(tree.getControl(), this::show);
  }

  private void show() {
    List<FileRun> runs = board.runs();
    bar.show(runs);
    stop.refresh();
    tree.getControl().setRedraw(false);
    try {
      tree.refresh();
      tree.expandToLevel(2);
      if (tree.getSelection().isEmpty()) {
        ItemTree.worst(runs)
            .ifPresent(item -> tree.setSelection(new StructuredSelection(item), true));
      }
    } finally {
      tree.getControl().setRedraw(true);
    }
  }

  /** What the view shows, for tests and for those who link to it. */
  public TreeViewer tree() {
    return tree;
  }

  /** The text beside the tree. */
  public String story() {
    return story.text();
  }

  /** {@code 4 as expected, 1 not}. */
  public String summary() {
    return bar.summary();
  }

  @Override
  public void setFocus() {
    tree.getControl().setFocus();
  }

  @Override
  public void dispose() {
    board.forget(changed);
    if (follower != null) {
      follower.close();
    }
    super.dispose();
  }
}
