package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hookline.dsl.load.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline export --format xmi FILE}: a network for other tools of EMF. */
@Command(name = "export", description = "Writes a network for other modelling tools.")
final class ExportCommand implements Callable<Integer> {

  /** Values of {@code --format}. */
  enum Form {
    XMI,
    ECORE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "xmi",
      description = "xmi for the network with all it imports, ecore for the metamodel behind it.")
  private Form form;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file (.hkl); none for ecore.")
  private String file;

  ExportCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    if (form == Form.ECORE) {
      output.write(io, language.metamodel());
      return Exit.GOOD.code();
    }
    if (file == null || file.equals("-")) {
      throw new Misuse("export which file?", "hookline export --format xmi FILE");
    }
    language.network(file, output.ink(io));
    output.write(io, language.xmi(file));
    return Exit.GOOD.code();
  }
}
