package org.hookline.ui.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.bridge.Locations;

/** Tells the brain what changed on disk, marks what it finds wrong, and writes scripts. */
public final class HooklineBuilder extends IncrementalProjectBuilder {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.builder";

  private final ScriptBuild scripts = new ScriptBuild();

  @Override
  protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
      throws CoreException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + getProject().getName(), 4);
    Set<IFile> changed = new LinkedHashSet<>();
    Set<IFile> gone = new LinkedHashSet<>();
    collect(kind, changed, gone);
    Brain brain = Brain.get();
    brain.know(getProject());
    brain.changed(events(changed, gone));
    Answers.await(brain.settled(), progress.split(1));
    FreshProblems.get().mark(getProject(), progress.split(1));
    if (!changed.isEmpty() || !gone.isEmpty()) {
      scripts.run(getProject(), changed, gone, progress.split(2));
    }
    return new IProject[0];
  }

  private void collect(int kind, Set<IFile> changed, Set<IFile> gone) throws CoreException {
    IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
    if (delta == null) {
      getProject().accept(resource -> collect(resource, changed));
    } else {
      delta.accept(
          each ->
              collect(
                  each.getResource(), each.getKind() == IResourceDelta.REMOVED ? gone : changed));
    }
  }

  private static boolean collect(IResource resource, Set<IFile> files) throws CoreException {
    if (resource instanceof IFile file && HklFiles.isOne(file)) {
      files.add(file);
      if (HklFiles.tooLarge(file)) {
        ProblemMarkers.writeTooLarge(file);
      }
    }
    return !resource.isDerived();
  }

  private static List<FileEvent> events(Set<IFile> changed, Set<IFile> gone) {
    return Stream.concat(
            changed.stream().map(file -> event(file, FileChangeType.Changed)),
            gone.stream().map(file -> event(file, FileChangeType.Deleted)))
        .flatMap(List::stream)
        .toList();
  }

  /** A file that is too large is no text for the brain. */
  private static List<FileEvent> event(IFile file, FileChangeType change) {
    FileChangeType told = HklFiles.tooLarge(file) ? FileChangeType.Deleted : change;
    return Locations.of(file).map(address -> new FileEvent(address, told)).stream().toList();
  }

  @Override
  protected void clean(IProgressMonitor monitor) throws CoreException {
    ProblemMarkers.deleteAll(getProject());
    GeneratedScripts.removeAll(getProject(), monitor);
    scripts.clean();
  }
}
