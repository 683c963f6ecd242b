package org.hookline.ui.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Tells the brain what changed on disk, and marks what it finds wrong. */
public final class HooklineBuilder extends IncrementalProjectBuilder {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.builder";

  @Override
  protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
      throws CoreException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + getProject().getName(), 2);
    Brain brain = Brain.get();
    brain.know(getProject());
    brain.changed(changes(kind));
    Answers.await(brain.settled(), progress.split(1));
    FreshProblems.get().mark(getProject(), progress.split(1));
    return new IProject[0];
  }

  private List<FileEvent> changes(int kind) throws CoreException {
    List<FileEvent> changes = new ArrayList<>();
    IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
    if (delta == null) {
      getProject().accept(resource -> note(resource, FileChangeType.Changed, changes));
    } else {
      delta.accept(each -> note(each.getResource(), change(each), changes));
    }
    return changes;
  }

  private static FileChangeType change(IResourceDelta delta) {
    return delta.getKind() == IResourceDelta.REMOVED
        ? FileChangeType.Deleted
        : FileChangeType.Changed;
  }

  private static boolean note(IResource resource, FileChangeType change, List<FileEvent> changes)
      throws CoreException {
    if (HklFiles.isOne(resource)) {
      boolean refused = HklFiles.tooLarge(resource);
      FileChangeType told = refused ? FileChangeType.Deleted : change;
      Locations.of(resource).ifPresent(address -> changes.add(new FileEvent(address, told)));
      if (refused) {
        ProblemMarkers.writeTooLarge(resource);
      }
    }
    return !resource.isDerived();
  }

  @Override
  protected void clean(IProgressMonitor monitor) throws CoreException {
    ProblemMarkers.deleteAll(getProject());
  }
}
