package org.hookline.ui.launch;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.hookline.ui.Icon;

/** Where runs tell what they found; places in files can be clicked. */
public final class HooklineConsole extends MessageConsole {
  private static final String NAME = "Hookline";

  private volatile IFile root;

  private HooklineConsole() {
    super(NAME, Icon.FILE.descriptor());
    addPatternMatchListener(new PlaceLinks(() -> root));
  }

  /** The console, emptied, for a run on a file; printed places are relative to it. */
  static HooklineConsole of(IFile root) {
    IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
    HooklineConsole console =
        Stream.of(manager.getConsoles())
            .filter(HooklineConsole.class::isInstance)
            .map(HooklineConsole.class::cast)
            .findFirst()
            .orElseGet(() -> added(manager));
    console.clearConsole();
    console.root = root;
    return console;
  }

  private static HooklineConsole added(IConsoleManager manager) {
    HooklineConsole console = new HooklineConsole();
    manager.addConsoles(new IConsole[] {console});
    return console;
  }

  /** Brings the console up; the verdicts of checks have a view that is looked at first. */
  HooklineConsole shown() {
    ConsolePlugin.getDefault().getConsoleManager().showConsoleView(this);
    return this;
  }

  /** From now on printed places are relative to this file. */
  void readsFrom(IFile file) {
    root = file;
  }

  /** To be closed when the run ends. */
  PrintWriter writer() {
    return new PrintWriter(
        new OutputStreamWriter(newMessageStream(), StandardCharsets.UTF_8), true);
  }
}
