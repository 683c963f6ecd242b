package org.hookline.ui;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.swt.graphics.Image;

/** The pictures of the plug-in: one file in {@code icons/} each. */
public enum Icon {
  BAD,
  BANNER,
  CHECK,
  ELEMENT,
  EXPORT,
  FAILED,
  FILE,
  FIRST,
  FIT,
  FOLLOW,
  GOOD,
  HOST,
  INTERFACE,
  LAST,
  NAME,
  NEXT,
  OPEN,
  PREVIOUS,
  RERUN,
  RULE,
  RUNNING,
  SIMULATION,
  STOP,
  STOPPED,
  TOPOLOGY,
  WAITING,
  TABLE;

  /** The picture, shared by all who show it. */
  public Image image() {
    ImageRegistry pictures = HooklineUi.plugin().getImageRegistry();
    if (pictures.get(name()) == null) {
      pictures.put(name(), descriptor());
    }
    return pictures.get(name());
  }

  public ImageDescriptor descriptor() {
    String file = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ImageDescriptor.createFromURL(
        HooklineUi.plugin().getBundle().getEntry("icons/" + file + ".svg"));
  }
}
