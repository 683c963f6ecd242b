package org.hookline.dsl.print;

import java.nio.file.Path;
import org.hookline.importer.ImportedHost;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Unmodelled;

/** An imported network as one text of the language, each element with the line it came from. */
public final class ImportedText {
  private ImportedText() {}

  /**
   * The text.
   *
   * @param directory what was imported; places are named relative to it
   */
  public static String of(ImportedNetwork network, Path directory) {
    OriginalLines lines = new OriginalLines(directory);
    StringBuilder text =
        new StringBuilder("// What hosts said of themselves, read by hookline import.\n");
    for (Unmodelled stray : network.stray()) {
      text.append("// not read: ").append(lines.place(stray.origin())).append(": ");
      text.append(stray.why()).append('\n');
    }
    for (ImportedHost imported : network.hosts()) {
      text.append('\n').append("/** ").append(imported.counts()).append(" */\n");
      text.append(HostText.of(imported.host(), lines::of));
    }
    return text.toString();
  }
}
