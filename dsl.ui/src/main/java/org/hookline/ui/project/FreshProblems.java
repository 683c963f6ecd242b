package org.hookline.ui.project;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.Diagnostics;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.bridge.Locations;

/**
 * Files that the brain has looked at since their markers were written. A file that is being edited
 * keeps its markers until it is saved or closed; those that its edits concern follow at once.
 */
public final class FreshProblems {
  private static final FreshProblems ONLY = new FreshProblems();
  private static final int MILLISECONDS_TO_GATHER = 200;

  private final Diagnostics diagnostics = Brain.get().diagnostics();
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();
  private final Job job = new Marking();
  private volatile boolean stopped;

  private FreshProblems() {
    diagnostics.listen(this::note);
  }

  public static FreshProblems get() {
    return ONLY;
  }

  /** Writes no marker any more, and waits for one that is being written: the workspace closes. */
  public void stop() throws InterruptedException {
    stopped = true;
    job.cancel();
    job.join();
  }

  private void note(String address) {
    fresh.add(address);
    job.schedule(MILLISECONDS_TO_GATHER);
  }

  /** Writes the markers of one project now, in the caller's operation. */
  void mark(IProject project, IProgressMonitor monitor) throws CoreException {
    IWorkspaceRunnable marking =
        m -> {
          for (String address : Set.copyOf(fresh)) {
            IFile file = Locations.file(address).orElse(null);
            if (file == null || file.getProject().equals(project)) {
              mark(address, file);
            }
          }
        };
    ResourcesPlugin.getWorkspace().run(marking, project, 0, monitor);
  }

  private void mark(String address, IFile file) throws CoreException {
    if (file != null && dirty(file)) {
      return;
    }
    fresh.remove(address);
    boolean marked =
        file != null
            && file.exists()
            && HooklineNature.of(file.getProject())
            && !HklFiles.tooLarge(file);
    if (marked) {
      ProblemMarkers.write(file, diagnostics.of(address));
    }
  }

  private static boolean dirty(IFile file) {
    ITextFileBuffer buffer =
        FileBuffers.getTextFileBufferManager()
            .getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
    return buffer != null && buffer.isDirty();
  }

  private final class Marking extends WorkspaceJob {
    Marking() {
      super("Marking problems");
      setSystem(true);
      setRule(ResourcesPlugin.getWorkspace().getRoot()); // one writer of markers at a time
    }

    @Override
    public boolean shouldRun() {
      return !stopped;
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
      for (String address : Set.copyOf(fresh)) {
        mark(address, Locations.file(address).orElse(null));
      }
      return Status.OK_STATUS;
    }
  }
}
