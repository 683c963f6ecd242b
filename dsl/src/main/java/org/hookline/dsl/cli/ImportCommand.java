package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.hookline.importer.ImportedHost;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Unmodelled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hookline import DIR}: hosts as their tools describe them, as a text of the language. */
@Command(
    name = "import",
    description = {
      "Writes a network (.hkl) from what the tools of its hosts print.",
      "DIR holds the files of one host, or a directory for each host: iptables-save, ip-rule,"
          + " ip-route, ip-addr, ip-link and more, as 'hookline snapshot' collects them. Ends with"
          + " 3 if something is missing or not understood."
    })
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Io io;

  @Mixin private OutputOptions output;

  @Parameters(arity = "1", paramLabel = "DIR", description = "The directory.")
  private Path directory;

  ImportCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    if (!Files.isDirectory(directory)) {
      throw new Misuse(directory + " is no directory", "the directory that snapshot.sh made");
    }
    ImportedNetwork network = DirectoryImport.read(directory).readable();
    if (network.hosts().isEmpty()) {
      throw new Misuse(
          directory + " holds nothing that can be imported",
          "files such as iptables-save and ip-addr; 'hookline snapshot' prints a script that makes"
              + " them");
    }
    output.write(io, ImportedText.of(network, directory));
    network.hosts().forEach(this::summary);
    unmodelled("not read", network.stray());
    boolean assumed = network.hosts().stream().anyMatch(host -> !host.assumptions().isEmpty());
    return (network.complete() && !assumed ? Exit.GOOD : Exit.OPEN).code();
  }

  private void summary(ImportedHost imported) {
    String name = imported.host().name();
    io.err().println(name + ": " + imported.counts());
    imported.assumptions().forEach(text -> io.err().println(name + ": assumed: " + text));
    // what is assumed is an element of the host as well, but has no line of a dump
    unmodelled(
        name + ": unmodelled",
        imported.host().unmodelled().stream().filter(u -> u.origin().known()).toList());
  }

  private void unmodelled(String what, List<Unmodelled> elements) {
    if (elements.isEmpty()) {
      return;
    }
    io.err().println(what + ": " + elements.size());
    elements.stream()
        .limit(SHOWN)
        .forEach(u -> io.err().println("  " + u.origin() + ": " + u.what() + ": " + u.why()));
    if (elements.size() > SHOWN) {
      io.err().println("  … and " + (elements.size() - SHOWN) + " more, all in the text");
    }
  }
}
