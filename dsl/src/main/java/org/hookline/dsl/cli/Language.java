package org.hookline.dsl.cli;

import java.io.IOException;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;

/** The language, started when the first file is read: most of the time of a short command. */
final class Language {
  private static final String STANDARD_INPUT = "-";

  private final Io io;
  private NetworkLoader loader;

  Language(Io io) {
    this.io = io;
  }

  /** Reads a file, or standard input when the name is {@code -}. */
  Loaded load(String name) throws Unreadable, IOException {
    if (loader == null) {
      loader =
          new HooklineStandaloneSetup()
              .createInjectorAndDoEMFRegistration()
              .getInstance(NetworkLoader.class);
    }
    return name.equals(STANDARD_INPUT)
        ? loader.load("stdin.hkl", io.in().readAllBytes())
        : loader.load(name);
  }
}
