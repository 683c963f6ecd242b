package org.hookline.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Projects on the left, the text in the middle, its outline on the right, problems below. */
public final class HooklinePerspective implements IPerspectiveFactory {

  /** The perspective's id in plugin.xml. */
  public static final String ID = "org.hookline.ui.perspective";

  private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.2f, editors);
    layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.75f, editors);
    layout.addView(IPageLayout.ID_PROBLEM_VIEW, IPageLayout.BOTTOM, 0.7f, editors);
  }
}
