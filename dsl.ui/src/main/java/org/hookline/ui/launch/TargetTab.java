package org.hookline.ui.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hookline.ui.Icon;
import org.hookline.ui.bridge.HklFiles;

/** What is done with which files. */
final class TargetTab extends AbstractLaunchConfigurationTab {
  private Combo action;
  private Text files;
  private Text only;

  @Override
  public void createControl(Composite parent) {
    Composite all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(all);
    new Label(all, SWT.NONE).setText("&Do:");
    action = new Combo(all, SWT.READ_ONLY);
    action.setItems(
        Stream.of(LaunchAction.values()).map(LaunchAction::word).toArray(String[]::new));
    new Label(all, SWT.NONE).setText("&Files, by their paths in the workspace:");
    files = new Text(all, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(files);
    new Label(all, SWT.NONE).setText("&Only the check or simulation:");
    only = new Text(all, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(only);
    action.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
    files.addModifyListener(event -> updateLaunchConfigurationDialog());
    only.addModifyListener(event -> updateLaunchConfigurationDialog());
    setControl(all);
  }

  private LaunchTarget shown() {
    List<IFile> named =
        files
            .getText()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(IPath::fromPortableString)
            .filter(path -> path.segmentCount() > 1)
            .map(path -> ResourcesPlugin.getWorkspace().getRoot().getFile(path))
            .toList();
    String name = only.getText().strip();
    return new LaunchTarget(
        LaunchAction.values()[Math.max(0, action.getSelectionIndex())],
        named,
        name.isEmpty() ? Optional.empty() : Optional.of(name));
  }

  @Override
  public void initializeFrom(ILaunchConfiguration configuration) {
    try {
      LaunchTarget target = LaunchTarget.of(configuration);
      action.select(target.action().ordinal());
      files.setText(
          String.join(
              "\n", target.files().stream().map(f -> f.getFullPath().toPortableString()).toList()));
      only.setText(target.only().orElse(""));
    } catch (CoreException e) {
      ILog.of(TargetTab.class).error("Cannot read " + configuration.getName(), e);
    }
  }

  @Override
  public void performApply(ILaunchConfigurationWorkingCopy configuration) {
    shown().store(configuration);
  }

  @Override
  public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
    new LaunchTarget(LaunchAction.CHECK, List.of(), Optional.empty()).store(configuration);
  }

  @Override
  public boolean isValid(ILaunchConfiguration configuration) {
    List<IFile> named = shown().files();
    String missing =
        named.stream()
            .filter(file -> !file.exists() || !HklFiles.isOne(file))
            .map(file -> file.getFullPath() + " is no ." + HklFiles.EXTENSION + " file")
            .findFirst()
            .orElse(null);
    setErrorMessage(named.isEmpty() ? "Name a file, such as /project/before.hkl" : missing);
    return getErrorMessage() == null;
  }

  @Override
  public String getName() {
    return "Target";
  }

  @Override
  public String getId() {
    return "org.hookline.ui.launch." + getName().toLowerCase(Locale.ROOT);
  }

  @Override
  public Image getImage() {
    return Icon.FILE.image();
  }
}
