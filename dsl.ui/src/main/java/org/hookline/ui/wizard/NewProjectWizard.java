package org.hookline.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.hookline.ui.Icon;

/** A project with one small network to begin with. */
public final class NewProjectWizard extends Wizard implements INewWizard {
  private WizardNewProjectCreationPage page;

  @Override
  public void init(IWorkbench workbench, IStructuredSelection selection) {
    setWindowTitle("New Hookline Project");
    setNeedsProgressMonitor(true);
    setDefaultPageImageDescriptor(Icon.BANNER.descriptor());
  }

  @Override
  public void addPages() {
    page = new WizardNewProjectCreationPage("project");
    page.setTitle("Hookline Project");
    page.setDescription("A project whose .hkl files are checked and turned into scripts.");
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IProject project = page.getProjectHandle();
    URI place = page.useDefaults() ? null : page.getLocationURI();
    ProjectContents contents =
        new ProjectContents(project, place, Map.of("network.hkl", StarterText.network()));
    try {
      getContainer().run(true, true, contents);
    } catch (InvocationTargetException e) {
      MessageDialog.openError(
          getShell(), getWindowTitle(), "Cannot make the project: " + e.getCause().getMessage());
      return false;
    } catch (InterruptedException cancelled) {
      return false;
    }
    contents.open("network.hkl");
    return true;
  }
}
