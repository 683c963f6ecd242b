package org.hookline.ui.bridge;

import org.eclipse.core.resources.IResource;

/** Which files are texts of the language. */
public final class HklFiles {
  /** Extension of their names. */
  public static final String EXTENSION = "hkl";

  /** Bytes of the largest file that is read; a host of 10,000 rules takes about one MiB. */
  public static final long LARGEST = 8L << 20;

  private HklFiles() {}

  /** Whether a resource is a text that somebody wrote, not one that a build made. */
  public static boolean isOne(IResource resource) {
    return resource.getType() == IResource.FILE
        && EXTENSION.equals(resource.getFileExtension())
        && !resource.isDerived(IResource.CHECK_ANCESTORS);
  }

  /** Whether a text is larger than what is read; never so for one that is gone. */
  public static boolean tooLarge(IResource text) {
    return text.getLocation() != null && text.getLocation().toFile().length() > LARGEST;
  }
}
