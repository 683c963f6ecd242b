package org.hookline.ui.editor.rename;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the new name. */
final class RenameWizard extends RefactoringWizard {
  private final BrainRename rename;

  RenameWizard(BrainRename rename) {
    super(rename, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
    this.rename = rename;
    setDefaultPageTitle(rename.getName());
  }

  @Override
  protected void addUserInputPages() {
    addPage(new NamePage(rename));
  }

  private static final class NamePage extends UserInputWizardPage {
    private final BrainRename rename;

    NamePage(BrainRename rename) {
      super("name");
      this.rename = rename;
    }

    @Override
    public void createControl(Composite parent) {
      Composite all = new Composite(parent, SWT.NONE);
      GridLayoutFactory.swtDefaults().numColumns(2).applyTo(all);
      new Label(all, SWT.NONE).setText("New name:");
      Text name = new Text(all, SWT.BORDER);
      GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(name);
      name.setText(rename.oldName());
      name.selectAll();
      name.addModifyListener(event -> typed(name.getText()));
      setControl(all);
      typed(name.getText());
      name.setFocus();
    }

    private void typed(String name) {
      rename.setNewName(name);
      setPageComplete(rename.looksLikeName());
    }
  }
}
