package org.hookline.ui.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.IMultiRootWorkspaceConfigFactory;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.workspace.UnknownProjectConfig;

/** Shows the server the workbench's projects; what lies outside belongs to a project of its own. */
final class EclipseProjects implements IMultiRootWorkspaceConfigFactory {

  @Override
  public IWorkspaceConfig getWorkspaceConfig(List<WorkspaceFolder> folders) {
    return new Workspace(folders);
  }

  private static final class Workspace implements IWorkspaceConfig {
    private final List<EclipseProject> projects = new ArrayList<>();
    private final IProjectConfig elsewhere = new UnknownProjectConfig(this);

    Workspace(List<WorkspaceFolder> folders) {
      folders.stream()
          .map(folder -> ResourcesPlugin.getWorkspace().getRoot().getProject(folder.getName()))
          .forEach(project -> projects.add(new EclipseProject(project, this)));
    }

    @Override
    public Set<? extends IProjectConfig> getProjects() {
      Set<IProjectConfig> all = new LinkedHashSet<>(projects);
      all.add(elsewhere);
      return all;
    }

    @Override
    public IProjectConfig findProjectContaining(URI member) {
      List<IFile> places = Locations.files(member);
      return projects.stream()
          .filter(p -> places.stream().anyMatch(f -> f.getProject().equals(p.project())))
          .map(IProjectConfig.class::cast)
          .findFirst()
          .orElse(elsewhere);
    }

    @Override
    public IProjectConfig findProjectByName(String name) {
      return getProjects().stream().filter(p -> p.getName().equals(name)).findFirst().orElse(null);
    }
  }
}
