package org.hookline.ui.editor.live;

import org.hookline.ui.bridge.OpenText;

/** Something in an editor that follows the text while it is typed. */
public interface LiveFeature {

  /**
   * The text rests for a moment. Runs on the reconciler's thread and asks the brain; what comes
   * back is shown on the user interface's thread, if the text is still the same.
   */
  void follow(OpenText text);
}
