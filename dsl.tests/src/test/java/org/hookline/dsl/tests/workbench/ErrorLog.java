package org.hookline.dsl.tests.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a workbench complained of while it ran.
 *
 * @param workspace its directory
 */
record ErrorLog(Path workspace) {

  /** {@code !ENTRY plug-in severity code date time}; 4 is an error. */
  private static final Pattern ERROR =
      Pattern.compile("^!ENTRY \\S+ 4 .*\\n(?:(?!!ENTRY|!SESSION).*\\n?){0,30}", Pattern.MULTILINE);

  /**
   * What the platform says on a machine whose own name no resolver knows; we can do nothing of it.
   */
  private static final Pattern NAMELESS_MACHINE =
      Pattern.compile(
          "!ENTRY org\\.eclipse\\.ui\\.ide 4 .*\\n!MESSAGE Failed to read host name\\.\\n");

  /** Each with the beginning of its stack trace, but for those about the name of the machine. */
  List<String> errors() throws IOException {
    Path log = workspace.resolve(".metadata/.log");
    return Files.exists(log)
        ? ERROR
            .matcher(Files.readString(log))
            .results()
            .map(MatchResult::group)
            .filter(entry -> !NAMELESS_MACHINE.matcher(entry).lookingAt())
            .toList()
        : List.of();
  }
}
