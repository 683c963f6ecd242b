package org.hookline.ui.prefs;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.hookline.ui.HooklineUi;

/** What the user can choose, with its names and defaults. */
public final class Preferences {
  /** Blanks of one level of indentation. */
  public static final String INDENTATION = "formatter.indentation";

  /** Whether a text is formatted when it is saved. */
  public static final String FORMAT_ON_SAVE = "formatter.onSave";

  /** The kernel that new hosts are given. */
  public static final String KERNEL = "kernel";

  /** Followed by the code of a problem: what it counts as. */
  public static final String SEVERITY = "severity.";

  /** Whether the brace is framed that belongs to the one at the cursor. */
  public static final String BRACKETS = "editor.brackets";

  /** The colour of that frame. */
  public static final String BRACKETS_COLOUR = "editor.bracketsColour";

  static final int USUAL_INDENTATION = 2;
  static final String USUAL_KERNEL = "6.1";

  private Preferences() {}

  static IPreferenceStore store() {
    return HooklineUi.plugin().getPreferenceStore();
  }

  /** Our choices, and behind them those of all text editors. */
  public static IPreferenceStore withThoseOf(IPreferenceStore editors) {
    return new ChainedPreferenceStore(new IPreferenceStore[] {store(), editors});
  }

  public static int indentation() {
    return store().getInt(INDENTATION);
  }

  public static boolean formatOnSave() {
    return store().getBoolean(FORMAT_ON_SAVE);
  }

  public static String kernel() {
    return store().getString(KERNEL);
  }

  /** What the problems of a code count as. */
  public static CountsAs severity(String code) {
    return CountsAs.of(store().getString(SEVERITY + code));
  }
}
