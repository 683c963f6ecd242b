package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hookline.emit.scenario.BadScenario;
import org.hookline.emit.scenario.Scenario;
import org.hookline.model.Network;

/** Lowered networks on disk, {@code NAME.sim.json}: written by generate, played by simulate. */
final class ScenarioFile {
  private static final String ENDING = ".sim.json";

  private ScenarioFile() {}

  /** Whether a file is a lowered network, by its name. */
  static boolean is(String file) {
    return file.endsWith(ENDING);
  }

  /** Where the lowered network of a file is written: {@code before.hkl} becomes before.sim.json. */
  static Path beside(Path directory, String file) {
    String name = file.equals("-") ? "stdin" : Path.of(file).getFileName().toString();
    return directory.resolve(name.replaceFirst("\\.hkl$", "") + ENDING);
  }

  static Network read(String file) throws IOException, Misuse {
    try {
      return Scenario.read(Path.of(file));
    } catch (BadScenario bad) {
      throw new Misuse(bad.getMessage(), bad.problem().hint());
    } catch (NoSuchFileException missing) {
      throw new Misuse(file + " does not exist", "a file that 'hookline generate' wrote");
    }
  }
}
