package org.hookline.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.editor.outline.Node;

/** An entry of the menu Run As, on files and folders and in the editor. */
abstract class Shortcut implements ILaunchShortcut {
  private final LaunchAction action;

  Shortcut(LaunchAction action) {
    this.action = action;
  }

  @Override
  public void launch(ISelection selection, String mode) {
    if (selection instanceof IStructuredSelection items) {
      if (items.size() == 1 && items.getFirstElement() instanceof Node node) {
        launch(node, mode);
        return;
      }
      List<IFile> files =
          Stream.of(items.toArray())
              .map(item -> Adapters.adapt(item, IResource.class))
              .filter(resource -> resource != null)
              .flatMap(Shortcut::files)
              .distinct()
              .toList();
      launch(files, Optional.empty(), mode);
    }
  }

  /** In the outline: the check or simulation that the element belongs to, else the whole file. */
  private void launch(Node node, String mode) {
    IEditorPart active =
        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor();
    if (active instanceof HklEditor editor) {
      launch(editor, RunnableAtCursor.at(node.range().getStart(), editor, action), mode);
    }
  }

  private static Stream<IFile> files(IResource resource) {
    if (resource instanceof IFile file) {
      return HklFiles.isOne(file) ? Stream.of(file) : Stream.empty();
    }
    try {
      return resource instanceof IContainer folder && folder.isAccessible()
          ? Stream.of(folder.members()).filter(m -> !m.isDerived()).flatMap(Shortcut::files)
          : Stream.empty();
    } catch (CoreException gone) {
      return Stream.empty();
    }
  }

  /** In the editor: the check or simulation that the cursor is in, else the whole file. */
  @Override
  public void launch(IEditorPart part, String mode) {
    if (part instanceof HklEditor editor) {
      launch(editor, RunnableAtCursor.in(editor, action), mode);
    }
  }

  private void launch(HklEditor editor, Optional<String> only, String mode) {
    if (editor.file().isPresent()) {
      PlatformUI.getWorkbench().saveAllEditors(false);
      launch(List.of(editor.file().get()), only, mode);
    }
  }

  private void launch(List<IFile> files, Optional<String> only, String mode) {
    if (!files.isEmpty()) {
      try {
        DebugUITools.launch(configuration(new LaunchTarget(action, files, only)), mode);
      } catch (CoreException e) {
        ILog.of(Shortcut.class).error("Cannot launch", e);
      }
    }
  }

  /** The configuration that does this already, or a new one. */
  private static ILaunchConfiguration configuration(LaunchTarget target) throws CoreException {
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    for (ILaunchConfiguration known :
        manager.getLaunchConfigurations(manager.getLaunchConfigurationType(HooklineLaunch.TYPE))) {
      if (LaunchTarget.of(known).equals(target)) {
        return known;
      }
    }
    ILaunchConfigurationWorkingCopy fresh =
        manager
            .getLaunchConfigurationType(HooklineLaunch.TYPE)
            .newInstance(null, manager.generateLaunchConfigurationName(target.name()));
    target.store(fresh);
    return fresh.doSave();
  }

  /** Run As, Check. */
  public static final class Check extends Shortcut {
    public Check() {
      super(LaunchAction.CHECK);
    }
  }

  /** Run As, Simulate. */
  public static final class Simulate extends Shortcut {
    public Simulate() {
      super(LaunchAction.SIMULATE);
    }
  }

  /** Run As, Generate. */
  public static final class Generate extends Shortcut {
    public Generate() {
      super(LaunchAction.GENERATE);
    }
  }
}
