package org.hookline.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.hookline.ui.project.HooklineNature;

/** Makes a project with files. */
public final class ProjectContents extends WorkspaceModifyOperation {
  private final IProject project;
  private final URI place;
  private final Map<String, String> files;

  /**
   * @param place where the project is to lie; {@code null} for the workspace
   * @param files texts by path in the project
   */
  public ProjectContents(IProject project, URI place, Map<String, String> files) {
    this.project = project;
    this.place = place;
    this.files = files;
  }

  @Override
  protected void execute(IProgressMonitor monitor) throws CoreException, InvocationTargetException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Making " + project.getName(), files.size() + 2);
    IProjectDescription description =
        project.getWorkspace().newProjectDescription(project.getName());
    description.setLocationURI(place);
    project.create(description, progress.split(1));
    project.open(progress.split(1));
    for (Map.Entry<String, String> entry : files.entrySet()) {
      IFile file = project.getFile(IPath.fromPortableString(entry.getKey()));
      make(file.getParent());
      byte[] text = entry.getValue().getBytes(StandardCharsets.UTF_8);
      file.write(text, true, false, false, progress.split(1));
    }
    HooklineNature.addTo(project, null);
  }

  private static void make(IContainer container) throws CoreException {
    if (container instanceof IFolder folder && !folder.exists()) {
      make(folder.getParent());
      folder.create(true, true, null);
    }
  }

  /** Opens one of the files and shows it in the tree, on the user interface's thread. */
  void open(String name) {
    IFile file = project.getFile(IPath.fromPortableString(name));
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    try {
      IDE.openEditor(window.getActivePage(), file);
      BasicNewResourceWizard.selectAndReveal(file, window);
    } catch (PartInitException e) {
      ILog.of(ProjectContents.class).error("Cannot open " + name, e);
    }
  }
}
