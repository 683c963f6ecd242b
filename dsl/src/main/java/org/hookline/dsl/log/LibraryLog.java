package org.hookline.dsl.log;

import java.io.OutputStream;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.WriterAppender;

/** What libraries report on their way, where there is no workbench that collects it. */
public final class LibraryLog {
  private LibraryLog() {}

  /**
   * Warnings and worse go to this stream from now on, and nothing goes where it went before. If
   * nobody has logged yet, the libraries' own configuration is never looked for: to read it takes
   * longer than a fiftieth of a short command.
   */
  public static void to(OutputStream stream) {
    System.setProperty("log4j.defaultInitOverride", "true");
    LogManager.resetConfiguration();
    LogManager.getRootLogger().setLevel(Level.WARN);
    LogManager.getRootLogger()
        .addAppender(new WriterAppender(new PatternLayout("%p %c{1}: %m%n"), stream));
  }
}
