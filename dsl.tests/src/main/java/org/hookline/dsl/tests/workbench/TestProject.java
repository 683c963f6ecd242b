package org.hookline.dsl.tests.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.hookline.ui.project.HooklineNature;
import org.hookline.ui.project.ProblemMarkers;

/** A project of the workspace for one test. */
record TestProject(IProject project) {

  /** An empty project. */
  static TestProject empty(String name) throws CoreException {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    project.create(null);
    project.open(null);
    HooklineNature.addTo(project, null);
    return new TestProject(project);
  }

  /** A project with the files of an example. */
  static TestProject ofExample(String example) throws CoreException, IOException {
    TestProject project = empty(example);
    Path directory = Path.of(System.getProperty("workbench.examples"), example);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".hkl")).toList()) {
        project.write(file.getFileName().toString(), Files.readString(file));
      }
    }
    return project;
  }

  IFile write(String name, String text) throws CoreException {
    IFile file = project.getFile(IPath.fromPortableString(name));
    file.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), true, false, false, null);
    return file;
  }

  IFile file(String name) {
    return project.getFile(IPath.fromPortableString(name));
  }

  /** The text of a file as it is on disk; empty when there is none. */
  String text(String name) throws IOException {
    Path file = project.getLocation().append(name).toPath();
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** {@code line: code}, in order. */
  List<String> problems(String name) throws CoreException {
    IMarker[] markers =
        project
            .getFile(IPath.fromPortableString(name))
            .findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO);
    return Stream.of(markers)
        .map(m -> m.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + m.getAttribute("code", "?"))
        .sorted()
        .toList();
  }

  void delete() throws CoreException {
    project.delete(true, true, null);
  }
}
