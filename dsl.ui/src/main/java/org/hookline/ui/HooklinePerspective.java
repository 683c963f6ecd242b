package org.hookline.ui;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.hookline.ui.view.results.ChecksView;
import org.hookline.ui.view.topology.TopologyView;
import org.hookline.ui.view.trace.PathView;

/** Projects, the text and its outline above; verdicts and pictures below, as wide as the window. */
public final class HooklinePerspective implements IPerspectiveFactory {

  /** The perspective's id in plugin.xml. */
  public static final String ID = "org.hookline.ui.perspective";

  private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.5f, editors);
    layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.18f, editors);
    layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.73f, editors);
    below.addView(ChecksView.ID);
    below.addView(IPageLayout.ID_PROBLEM_VIEW);
    below.addPlaceholder(IConsoleConstants.ID_CONSOLE_VIEW);
    below.addPlaceholder(NewSearchUI.SEARCH_VIEW_ID);
    below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    IFolderLayout pictures = layout.createFolder("pictures", IPageLayout.RIGHT, 0.36f, "below");
    pictures.addView(PathView.ID);
    pictures.addView(TopologyView.ID);
    layout.addShowViewShortcut(ChecksView.ID);
    layout.addShowViewShortcut(PathView.ID);
    layout.addShowViewShortcut(TopologyView.ID);
    layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
    layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
    layout.addShowViewShortcut(PROJECT_EXPLORER);
    layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
  }
}
