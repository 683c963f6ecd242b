package org.hookline.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.hookline.ui.Icon;

/** A project with the files of an example. */
public final class ExampleWizard extends Wizard implements INewWizard {
  private ExamplePage page;

  @Override
  public void init(IWorkbench workbench, IStructuredSelection selection) {
    setWindowTitle("Hookline Example");
    setNeedsProgressMonitor(true);
    setDefaultPageImageDescriptor(Icon.BANNER.descriptor());
  }

  @Override
  public void addPages() {
    page = new ExamplePage();
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    Example example = page.example();
    ProjectContents contents = new ProjectContents(page.project(), null, example.files());
    try {
      getContainer().run(true, true, contents);
    } catch (InvocationTargetException e) {
      MessageDialog.openError(
          getShell(), getWindowTitle(), "Cannot make the project: " + e.getCause().getMessage());
      return false;
    } catch (InterruptedException cancelled) {
      return false;
    }
    example.first().ifPresent(contents::open);
    return true;
  }
}
