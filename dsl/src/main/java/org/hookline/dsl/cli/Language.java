package org.hookline.dsl.cli;

import java.io.IOException;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.export.Ink;
import org.hookline.model.Network;

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

  /**
   * The network of a file, for commands whose result is something else than its problems: those go
   * to the error stream.
   */
  Network network(String name, Ink ink) throws Unreadable, IOException, InvalidModel {
    Loaded loaded = load(name);
    io.err().print(new Report(ink).of(name, loaded));
    return loaded.network().orElseThrow(InvalidModel::new);
  }
}
