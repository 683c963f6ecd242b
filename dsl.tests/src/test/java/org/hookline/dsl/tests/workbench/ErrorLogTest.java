package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLogTest {
  @TempDir private Path workspace;

  private ErrorLog log(String text) throws IOException {
    Path log = workspace.resolve(".metadata/.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, text);
    return new ErrorLog(workspace);
  }

  @Test
  void anErrorIsFoundWithItsStack() throws IOException {
    assertThat(
            log("""
                    !SESSION now
                    !ENTRY org.hookline.dsl.ui 4 0 2026-12-01 01:00:00.000
                    !MESSAGE It broke.
                    !STACK 0
                    java.lang.IllegalStateException: here
                    """)
                .errors())
        .singleElement()
        .asString()
        .contains("It broke.", "IllegalStateException");
  }

  @Test
  void aWarningIsNone() throws IOException {
    assertThat(log("!ENTRY org.hookline.dsl.ui 2 0 2026-12-01\n!MESSAGE Mind.\n").errors())
        .isEmpty();
  }

  @Test
  void onlyThatTheMachineHasNoNameIsForgiven() throws IOException {
    assertThat(
            log("""
                    !ENTRY org.eclipse.ui.ide 4 4 2026-12-01 01:07:39.076
                    !MESSAGE Failed to read host name.
                    !STACK 0
                    java.net.UnknownHostException: vm
                    !ENTRY org.eclipse.ui.ide 4 4 2026-12-01 01:07:39.077
                    !MESSAGE Another.
                    """)
                .errors())
        .singleElement()
        .asString()
        .contains("Another.");
  }
}
