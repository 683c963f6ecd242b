package org.hookline.ui;

import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.Diagnostics;
import org.hookline.ui.prefs.Preferences;
import org.hookline.ui.prefs.ShownProblems;
import org.hookline.ui.project.FreshProblems;
import org.hookline.ui.project.ProjectWatch;
import org.osgi.framework.BundleContext;

/** The plug-in: what runs as long as the workbench does. */
public final class HooklineUi extends AbstractUIPlugin {
  /** The bundle, and the first part of every id in plugin.xml. */
  public static final String ID = "org.hookline.ui";

  private static HooklineUi plugin;

  /** The one that runs. */
  public static HooklineUi plugin() {
    return plugin;
  }

  @Override
  public void start(BundleContext context) throws Exception {
    super.start(context);
    plugin = this;
    FreshProblems.get();
    ProjectWatch.start();
    Diagnostics problems = Brain.get().diagnostics();
    problems.showThrough(ShownProblems::of);
    getPreferenceStore()
        .addPropertyChangeListener(
            change -> {
              if (change.getProperty().startsWith(Preferences.SEVERITY)) {
                problems.showThrough(ShownProblems::of);
              }
            });
  }

  /** The framework stops this before the workspace, which it needs. */
  @Override
  public void stop(BundleContext context) throws Exception {
    FreshProblems.get().stop();
    super.stop(context);
  }
}
