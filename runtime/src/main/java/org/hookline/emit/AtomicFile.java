package org.hookline.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are there complete or not at all: written beside their place and renamed. */
public final class AtomicFile {
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> DATA = PosixFilePermissions.fromString("rw-r--r--");

  private AtomicFile() {}

  /**
   * Writes or replaces a file, in UTF-8.
   *
   * @throws IOException the file is as it was before
   */
  public static void write(Path target, ScriptFile file) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(directory, ".", ".tmp");
    try {
      Files.writeString(draft, file.content(), StandardCharsets.UTF_8);
      // not asked of the file store: in a change root its mount point cannot be found
      PosixFileAttributeView permissions =
          Files.getFileAttributeView(draft, PosixFileAttributeView.class);
      if (permissions != null) {
        permissions.setPermissions(file.executable() ? PROGRAM : DATA);
      }
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
