package org.hookline.ui.wizard;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hookline.ui.editor.hover.MarkdownPresenter;

/** Which example, and what the project is called. */
final class ExamplePage extends WizardPage {
  private TableViewer examples;
  private Text name;
  private StyledText story;

  ExamplePage() {
    super("example");
    setTitle("Hookline Example");
    setDescription("Makes a project with the files of an example. Change what you like.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(all);
    examples = new TableViewer(all, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(false, true).hint(180, 320).applyTo(examples.getControl());
    examples.setContentProvider(ArrayContentProvider.getInstance());
    examples.setLabelProvider(LabelProvider.createTextProvider(e -> ((Example) e).name()));
    story = new StyledText(all, SWT.BORDER | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    story.setMargins(6, 4, 6, 4);
    GridDataFactory.fillDefaults().grab(true, true).hint(560, 320).applyTo(story);
    new Label(all, SWT.NONE).setText("&Project name:");
    name = new Text(all, SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
    name.addModifyListener(event -> setPageComplete(valid()));
    examples.addSelectionChangedListener(event -> chosen());
    setControl(all);
    examples.setInput(Example.all());
    if (examples.getTable().getItemCount() > 0) {
      examples.setSelection(new StructuredSelection(examples.getElementAt(0)));
    }
    setPageComplete(valid());
  }

  private void chosen() {
    if (example() != null) {
      MarkdownPresenter.show(example().readme(), story);
      name.setText(example().name());
    }
  }

  private boolean valid() {
    String text = name.getText().strip();
    IStatus status = ResourcesPlugin.getWorkspace().validateName(text, IResource.PROJECT);
    String error =
        !status.isOK()
            ? status.getMessage()
            : project().exists() ? "There is a project of this name already." : null;
    setErrorMessage(error);
    return error == null && example() != null;
  }

  /** What is selected; {@code null} when nothing is. */
  Example example() {
    return (Example) examples.getStructuredSelection().getFirstElement();
  }

  IProject project() {
    return ResourcesPlugin.getWorkspace().getRoot().getProject(name.getText().strip());
  }
}
