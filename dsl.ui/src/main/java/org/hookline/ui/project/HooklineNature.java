package org.hookline.ui.project;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project whose texts are checked and turned into scripts on each save. */
public final class HooklineNature implements IProjectNature {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.nature";

  private IProject project;

  /** Gives a project this nature, unless it has it. */
  public static void addTo(IProject project, IProgressMonitor monitor) throws CoreException {
    IProjectDescription description = project.getDescription();
    if (!description.hasNature(ID)) {
      List<String> natures = new ArrayList<>(List.of(description.getNatureIds()));
      natures.add(ID);
      description.setNatureIds(natures.toArray(String[]::new));
      project.setDescription(description, monitor);
    }
  }

  /** Whether a project is open and has this nature. */
  public static boolean of(IProject project) {
    try {
      return project.isAccessible() && project.hasNature(ID);
    } catch (CoreException closedMeanwhile) {
      return false;
    }
  }

  @Override
  public void configure() throws CoreException {
    IProjectDescription description = project.getDescription();
    List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
    ICommand command = description.newCommand();
    command.setBuilderName(HooklineBuilder.ID);
    commands.add(command);
    description.setBuildSpec(commands.toArray(ICommand[]::new));
    project.setDescription(description, null);
  }

  @Override
  public void deconfigure() throws CoreException {
    IProjectDescription description = project.getDescription();
    List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
    commands.removeIf(command -> command.getBuilderName().equals(HooklineBuilder.ID));
    description.setBuildSpec(commands.toArray(ICommand[]::new));
    project.setDescription(description, null);
    ProblemMarkers.deleteAll(project);
  }

  @Override
  public IProject getProject() {
    return project;
  }

  @Override
  public void setProject(IProject project) {
    this.project = project;
  }
}
