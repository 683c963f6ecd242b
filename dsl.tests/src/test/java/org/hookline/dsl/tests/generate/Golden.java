package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that was read by somebody and then kept. A missing one is written and fails the test; with
 * {@code -Dgolden=update} all are written anew.
 */
final class Golden {
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  private Golden() {}

  static void assertSame(Path file, String text) throws IOException {
    boolean missing = !Files.exists(file);
    if (missing || UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    if (missing && !UPDATE) {
      fail("%s was missing and has been written: read it, then run again", file);
    }
    assertThat(text).as("%s (-Dgolden=update rewrites it)", file).isEqualTo(Files.readString(file));
  }
}
