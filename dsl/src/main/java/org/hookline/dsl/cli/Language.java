package org.hookline.dsl.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.format.Formatter;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.log.LibraryLog;
import org.hookline.dsl.reference.Meanings;
import org.hookline.dsl.reference.Reference;
import org.hookline.dsl.xmi.ModelXmi;
import org.hookline.export.Ink;
import org.hookline.model.Network;

/**
 * The language, started once: most of the time of a short command, and so begun while the command
 * line is still being read.
 */
final class Language {
  private static final String STANDARD_INPUT = "-";
  private static final String STANDARD_INPUT_NAME = "stdin.hkl";

  private final Io io;
  private final FutureTask<Started> language = new FutureTask<>(this::start);

  Language(Io io) {
    this.io = io;
  }

  /**
   * Starts beside the caller, who will probably read a file.
   *
   * @param next what else the caller will be glad of, done while the file is read
   */
  void expect(Runnable next) {
    Runnable work =
        () -> {
          language.run();
          next.run();
        };
    Thread starter = new Thread(work, "language");
    starter.setDaemon(true);
    starter.start();
  }

  /** What reads files, and the rest of the language for those who need more. */
  private record Started(NetworkLoader loader, Injector injector) {}

  private Started start() {
    LibraryLog.to(io.err());
    Injector injector = new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();
    return new Started(injector.getInstance(NetworkLoader.class), injector);
  }

  /** Reads a file, or standard input when the name is {@code -}. */
  Loaded load(String name) throws Unreadable, IOException {
    return name.equals(STANDARD_INPUT)
        ? started().loader().load(STANDARD_INPUT_NAME, io.in().readAllBytes())
        : started().loader().load(name);
  }

  /** A file with its words in the common form; empty when it has syntax errors. */
  Optional<Formatted> format(String name) throws Unreadable, IOException {
    XtextResource resource =
        name.equals(STANDARD_INPUT)
            ? started().loader().parse(STANDARD_INPUT_NAME, io.in().readAllBytes())
            : started().loader().parse(name);
    return resource.getParseResult().hasSyntaxErrors()
        ? Optional.empty()
        : Optional.of(
            new Formatted(
                resource.getParseResult().getRootNode().getText(), Formatter.formatted(resource)));
  }

  /** A file and all it imports in XMI; its names have to resolve. */
  String xmi(String name) throws Unreadable {
    return ModelXmi.of(started().loader().parse(name));
  }

  /** The metamodel in Ecore, with what its classes and features are. */
  String metamodel() {
    return ModelXmi.metamodel(started().injector().getInstance(Meanings.class)::documentation);
  }

  /** What the reference says of a keyword; empty for any other word. */
  String about(String word) {
    return started().injector().getInstance(Reference.class).about(word);
  }

  /** A text before and after. */
  record Formatted(String before, String after) {
    boolean changes() {
      return !before.equals(after);
    }
  }

  private Started started() {
    language.run();
    try {
      return language.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the language started", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the language did not start", e.getCause());
    }
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
