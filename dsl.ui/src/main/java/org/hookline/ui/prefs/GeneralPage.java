package org.hookline.ui.prefs;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The formatter, and what new files begin with. */
public final class GeneralPage extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  private static final int WIDEST = 8;

  public GeneralPage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    setPreferenceStore(Preferences.store());
    setDescription("Colours are under General, Appearance, Colors and Fonts, Hookline.");
  }

  @Override
  protected void createFieldEditors() {
    IntegerFieldEditor indentation =
        new IntegerFieldEditor(
            Preferences.INDENTATION, "Blanks of a level of &indentation:", getFieldEditorParent());
    indentation.setValidRange(1, WIDEST);
    addField(indentation);
    addField(
        new BooleanFieldEditor(
            Preferences.FORMAT_ON_SAVE, "&Format a file when it is saved", getFieldEditorParent()));
    addField(new KernelField(getFieldEditorParent()));
  }

  /** A version such as 6.1. */
  private static final class KernelField extends StringFieldEditor {
    KernelField(org.eclipse.swt.widgets.Composite parent) {
      super(Preferences.KERNEL, "&Kernel of new hosts:", parent);
      setEmptyStringAllowed(false);
      setErrorMessage("A kernel version has the form 6.1 or 5.10.0");
    }

    @Override
    protected boolean doCheckState() {
      return getStringValue().matches("\\d+\\.\\d+(\\.\\d+)?");
    }
  }
}
