package org.hookline.ui.project;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.ScriptFile;
import org.hookline.emit.ScriptSet;
import org.hookline.model.Network;
import org.hookline.ui.bridge.HklFiles;

/**
 * The scripts of a project: {@code src-gen/FILE/HOST/apply.sh} for each host of each file. A file
 * that has errors keeps the scripts of its last good state; what no host has any more is removed.
 */
public final class GeneratedScripts {
  /** The folder of a project that they are in. */
  public static final String FOLDER = "src-gen";

  private GeneratedScripts() {}

  /** Where the scripts of a file are. */
  public static IFolder folder(IFile source) {
    IPath path = source.getProjectRelativePath().removeFileExtension();
    return source.getProject().getFolder(IPath.fromPortableString(FOLDER).append(path));
  }

  /** Writes the scripts of a file and removes what it had before and has no more. */
  public static ScriptSet write(IFile source, Network network, IProgressMonitor monitor)
      throws CoreException {
    ScriptSet scripts = Scripts.of(network);
    if (scripts.problems().isEmpty()) {
      IFolder folder = folder(source);
      Set<IPath> wanted = new HashSet<>();
      for (Map.Entry<String, ScriptFile> entry : scripts.files().entrySet()) {
        IFile file = folder.getFile(IPath.fromPortableString(entry.getKey()));
        wanted.add(file.getFullPath());
        write(file, entry.getValue(), monitor);
      }
      removeOthers(folder, wanted, monitor);
    }
    return scripts;
  }

  /** Removes the scripts of a file that is gone. */
  static void remove(IFile source, IProgressMonitor monitor) throws CoreException {
    IFolder folder = folder(source);
    removeOthers(folder, Set.of(), monitor);
    if (folder.exists() && folder.members().length == 0) {
      folder.delete(true, monitor);
    }
  }

  /** Removes all scripts of a project. */
  static void removeAll(IProject project, IProgressMonitor monitor) throws CoreException {
    IFolder folder = project.getFolder(FOLDER);
    if (folder.exists()) {
      folder.delete(true, monitor);
    }
  }

  private static void write(IFile file, ScriptFile script, IProgressMonitor monitor)
      throws CoreException {
    if (file.exists() && file.readString().equals(script.content())) {
      return;
    }
    make(file.getParent(), monitor);
    file.write(script.content().getBytes(StandardCharsets.UTF_8), true, true, false, monitor);
    ResourceAttributes attributes = file.getResourceAttributes();
    if (script.executable() && attributes != null) {
      attributes.setExecutable(true);
      file.setResourceAttributes(attributes);
    }
  }

  private static void make(IContainer container, IProgressMonitor monitor) throws CoreException {
    if (container instanceof IFolder folder && !folder.exists()) {
      make(folder.getParent(), monitor);
      folder.create(IResource.FORCE | IResource.DERIVED, true, monitor);
    }
  }

  /** Beside the hosts of {@code a.hkl} lie the scripts of the files in the folder {@code a}. */
  private static boolean isOfAnother(IFolder folder) {
    IProject project = folder.getProject();
    IPath source = folder.getProjectRelativePath().removeFirstSegments(1);
    return project.exists(source) || project.exists(source.addFileExtension(HklFiles.EXTENSION));
  }

  private static void removeOthers(IFolder folder, Set<IPath> wanted, IProgressMonitor monitor)
      throws CoreException {
    for (IResource member : folder.exists() ? folder.members() : new IResource[0]) {
      if (member instanceof IFolder host) {
        if (!isOfAnother(host)) {
          removeOthers(host, wanted, monitor);
          if (host.members().length == 0) {
            host.delete(true, monitor);
          }
        }
      } else if (!wanted.contains(member.getFullPath())) {
        member.delete(true, monitor);
      }
    }
  }
}
