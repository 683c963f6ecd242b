package org.hookline.ui.text;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** The way back to the user interface's thread for what took its time elsewhere. */
public final class Screen {
  private Screen() {}

  /** Runs on that thread, later. */
  public static void later(Runnable task) {
    if (PlatformUI.isWorkbenchRunning()) {
      PlatformUI.getWorkbench().getDisplay().asyncExec(task);
    }
  }

  /** Runs on that thread, later; not at all when the control is gone by then. */
  public static void later(Control control, Runnable task) {
    later(
        () -> {
          if (control != null && !control.isDisposed()) {
            task.run();
          }
        });
  }
}
