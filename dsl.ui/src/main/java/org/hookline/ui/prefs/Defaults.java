package org.hookline.ui.prefs;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.jface.preference.IPreferenceStore;

/** What holds until the user chooses. */
public final class Defaults extends AbstractPreferenceInitializer {
  @Override
  public void initializeDefaultPreferences() {
    IPreferenceStore store = Preferences.store();
    store.setDefault(Preferences.INDENTATION, Preferences.USUAL_INDENTATION);
    store.setDefault(Preferences.FORMAT_ON_SAVE, false);
    store.setDefault(Preferences.KERNEL, Preferences.USUAL_KERNEL);
    store.setDefault(Preferences.BRACKETS, true);
    store.setDefault(Preferences.BRACKETS_COLOUR, "150,150,150");
  }
}
