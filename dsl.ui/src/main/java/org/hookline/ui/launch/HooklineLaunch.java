package org.hookline.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunRequest;
import org.hookline.ui.text.Screen;
import org.hookline.ui.view.results.ChecksView;

/** Runs a launch configuration: a job with progress, a console, and the Checks view. */
public final class HooklineLaunch extends LaunchConfigurationDelegate {
  /** Type of the configurations in plugin.xml. */
  public static final String TYPE = "org.hookline.ui.launch";

  @Override
  public void launch(
      ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
      throws CoreException {
    // there is no process to watch: the job is shown in the Progress view
    DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
    LaunchTarget target = LaunchTarget.of(configuration);
    if (target.files().stream().noneMatch(file -> file.exists())) {
      throw new CoreException(Status.error("The files of this launch are gone: " + target.name()));
    }
    job(target).schedule();
  }

  private static Job job(LaunchTarget target) {
    return switch (target.action()) {
      case CHECK -> results(RunRequest.Kind.CHECK, target);
      case SIMULATE -> results(RunRequest.Kind.SIMULATE, target);
      case GENERATE -> new GenerateJob(target.files());
    };
  }

  private static Job results(RunRequest.Kind kind, LaunchTarget target) {
    Screen.later(HooklineLaunch::showResults);
    RunRequest request = new RunRequest(kind, target.files(), target.only());
    return new RunJob(request, RunBoard.get(), new ConsoleReport());
  }

  private static void showResults() {
    try {
      PlatformUI.getWorkbench()
          .getActiveWorkbenchWindow()
          .getActivePage()
          .showView(ChecksView.ID, null, org.eclipse.ui.IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      throw new IllegalStateException("The Checks view cannot be opened", e);
    }
  }
}
