package org.hookline.ui.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hookline.source.Origin;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.bridge.NetworkText;
import org.hookline.ui.source.SourcePlace;

/** Writes the scripts of the files of a project that a change concerns, by what they import. */
final class ScriptBuild {
  /** For each file those that its network was read from, itself included. */
  private final Map<IFile, Set<IFile>> sources = new HashMap<>();

  /**
   * Writes and removes scripts.
   *
   * @param changed files that were added or changed
   * @param gone files that were removed
   */
  void run(IProject project, Set<IFile> changed, Set<IFile> gone, IProgressMonitor monitor)
      throws CoreException {
    for (IFile file : gone) {
      sources.remove(file);
      GeneratedScripts.remove(file, monitor);
    }
    Set<IFile> concerned = concerned(project, changed, gone);
    SubMonitor progress = SubMonitor.convert(monitor, concerned.size());
    for (IFile file : concerned) {
      progress.subTask("Writing the scripts of " + file.getName());
      write(file, progress.split(1));
    }
  }

  private Set<IFile> concerned(IProject project, Set<IFile> changed, Set<IFile> gone)
      throws CoreException {
    Set<IFile> touched = new HashSet<>(changed);
    touched.addAll(gone);
    Set<IFile> concerned = new LinkedHashSet<>();
    project.accept(
        resource -> {
          if (resource instanceof IFile file && HklFiles.isOne(file) && !HklFiles.tooLarge(file)) {
            Set<IFile> known = sources.get(file);
            if (known == null || known.stream().anyMatch(touched::contains)) {
              concerned.add(file);
            }
          }
          return !resource.isDerived();
        });
    return concerned;
  }

  private void write(IFile file, IProgressMonitor monitor) throws CoreException {
    NetworkText text = NetworkText.read(file);
    Set<IFile> read = new HashSet<>(Set.of(file));
    for (String name : text.names()) {
      new SourcePlace(file, Origin.line(name, 1)).file().ifPresent(read::add);
    }
    sources.put(file, read);
    if (text.network().isPresent()) {
      GeneratedScripts.write(file, text.network().get(), monitor);
    }
  }

  /** Forgets what is known, so that everything is written again. */
  void clean() {
    sources.clear();
  }
}
