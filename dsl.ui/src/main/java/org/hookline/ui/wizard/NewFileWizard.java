package org.hookline.ui.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.hookline.ui.Icon;
import org.hookline.ui.bridge.HklFiles;

/** A file with one host in it. */
public final class NewFileWizard extends Wizard implements INewWizard {
  private IWorkbench workbench;
  private IStructuredSelection selection;
  private WizardNewFileCreationPage page;

  @Override
  public void init(IWorkbench opened, IStructuredSelection selected) {
    workbench = opened;
    selection = selected;
    setWindowTitle("New Hookline File");
    setDefaultPageImageDescriptor(Icon.BANNER.descriptor());
  }

  @Override
  public void addPages() {
    page =
        new WizardNewFileCreationPage("file", selection) {
          @Override
          protected InputStream getInitialContents() {
            return new ByteArrayInputStream(StarterText.file().getBytes(StandardCharsets.UTF_8));
          }
        };
    page.setTitle("Hookline File");
    page.setDescription("A file that describes a network.");
    page.setFileExtension(HklFiles.EXTENSION);
    page.setFileName("network");
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IFile file = page.createNewFile();
    if (file == null) {
      return false;
    }
    try {
      IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
    } catch (PartInitException e) {
      ILog.of(NewFileWizard.class).error("Cannot open " + file.getFullPath(), e);
    }
    return true;
  }
}
