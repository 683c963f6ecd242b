package org.hookline.ui.launch;

import java.io.PrintWriter;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.hookline.emit.ScriptSet;
import org.hookline.ui.bridge.NetworkText;
import org.hookline.ui.project.GeneratedScripts;

/** Writes the scripts of files and says where they are. */
final class GenerateJob extends WorkspaceJob {
  private final List<IFile> files;

  GenerateJob(List<IFile> files) {
    super("Generate " + (files.size() == 1 ? files.get(0).getName() : files.size() + " files"));
    this.files = files;
    setRule(ResourcesPlugin.getWorkspace().getRoot());
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == GenerateJob.class;
  }

  @Override
  public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), files.size());
    for (IFile file : files) {
      try (PrintWriter out = HooklineConsole.of(file).shown().writer()) {
        out.println(getName());
        generate(file, out, progress.split(1));
      }
    }
    return Status.OK_STATUS;
  }

  private static void generate(IFile file, PrintWriter out, IProgressMonitor monitor)
      throws CoreException {
    NetworkText text = NetworkText.read(file);
    ConsoleReport.problems(text, out);
    if (text.network().isEmpty()) {
      out.println("no scripts: the file has errors");
      return;
    }
    ScriptSet scripts = GeneratedScripts.write(file, text.network().get(), monitor);
    scripts.problems().forEach(problem -> ConsoleReport.problem(problem, out));
    scripts.files().keySet().stream()
        .filter(path -> path.endsWith("/apply.sh"))
        .map(path -> GeneratedScripts.folder(file).getProjectRelativePath().append(path))
        .forEach(out::println);
  }
}
