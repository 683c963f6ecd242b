package org.hookline.ui.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.util.UriUtil;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;

/** One project of the workbench: its files are those that the workbench knows, links included. */
final class EclipseProject implements IProjectConfig, ISourceFolder {
  private final IProject project;
  private final IWorkspaceConfig workspace;

  EclipseProject(IProject project, IWorkspaceConfig workspace) {
    this.project = project;
    this.workspace = workspace;
  }

  IProject project() {
    return project;
  }

  @Override
  public String getName() {
    return project.getName();
  }

  @Override
  public URI getPath() {
    return UriUtil.toFolderURI(URI.createFileURI(project.getLocation().toOSString()));
  }

  @Override
  public Set<? extends ISourceFolder> getSourceFolders() {
    return Set.of(this);
  }

  @Override
  public ISourceFolder findSourceFolderContaining(URI member) {
    return workspace.findProjectContaining(member) == this ? this : null;
  }

  @Override
  public IWorkspaceConfig getWorkspaceConfig() {
    return workspace;
  }

  @Override
  public List<URI> getAllResources(IFileSystemScanner scanner) {
    List<URI> found = new ArrayList<>();
    try {
      if (project.isAccessible()) {
        project.accept(resource -> visit(resource, found));
      }
    } catch (CoreException e) {
      ILog.of(EclipseProject.class).error("Cannot list the files of " + project.getName(), e);
    }
    return found;
  }

  private boolean visit(IResource resource, List<URI> found) {
    if (resource instanceof IFile file && HklFiles.isOne(file) && !HklFiles.tooLarge(file)) {
      Locations.of(file)
          .map(Locations::uri)
          .filter(uri -> workspace.findProjectContaining(uri) == this)
          .ifPresent(found::add);
    }
    return !resource.isDerived();
  }
}
