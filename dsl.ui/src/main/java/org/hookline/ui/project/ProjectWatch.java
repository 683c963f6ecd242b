package org.hookline.ui.project;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.hookline.ui.bridge.Brain;

/** Lets the brain forget projects that are closed or deleted. */
public final class ProjectWatch implements IResourceChangeListener {

  /** Watches until the workbench ends. */
  public static void start() {
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(
            new ProjectWatch(), IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    if (event.getResource() instanceof IProject project) {
      Brain.get().forget(project);
    }
  }
}
