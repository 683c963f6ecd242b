package org.hookline.ui.launch;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/**
 * What a launch does, as a launch configuration remembers it.
 *
 * @param only the name of the one check or simulation; empty for all
 */
record LaunchTarget(LaunchAction action, List<IFile> files, Optional<String> only) {
  private static final String ACTION = "org.hookline.ui.launch.action";
  private static final String FILES = "org.hookline.ui.launch.files";
  private static final String ONLY = "org.hookline.ui.launch.only";

  static LaunchTarget of(ILaunchConfiguration configuration) throws CoreException {
    String action = configuration.getAttribute(ACTION, LaunchAction.CHECK.name());
    List<IFile> files =
        configuration.getAttribute(FILES, List.of()).stream()
            .map(path -> IPath.fromPortableString(path))
            .map(path -> ResourcesPlugin.getWorkspace().getRoot().getFile(path))
            .toList();
    String only = configuration.getAttribute(ONLY, "");
    return new LaunchTarget(
        LaunchAction.valueOf(action), files, only.isEmpty() ? Optional.empty() : Optional.of(only));
  }

  void store(ILaunchConfigurationWorkingCopy configuration) {
    configuration.setAttribute(ACTION, action.name());
    configuration.setAttribute(
        FILES, files.stream().map(file -> file.getFullPath().toPortableString()).toList());
    configuration.setAttribute(ONLY, only.orElse(""));
    configuration.setMappedResources(files.toArray(IFile[]::new));
  }

  /** As a configuration is called: {@code Check before.hkl}. */
  String name() {
    String what = files.size() == 1 ? files.get(0).getName() : files.size() + " files";
    String part = only.map(name -> ", " + name).orElse("");
    return (action.word() + " " + what + part).replaceAll("[\\\\/:*?\"<>|@&]", " ");
  }
}
