package org.hookline.dsl.tests.workbench;

import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A hand on the keyboard and the mouse: what it does comes from the X server, as from a user. */
final class Hand {
  private Hand() {}

  /** Gives up the test where xdotool is not installed. */
  static void here() {
    try {
      new ProcessBuilder("xdotool", "version").start().waitFor();
    } catch (IOException e) {
      abort("needs a hand: install xdotool");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts the keyboard on a window, as a window manager would. */
  static void on(Shell window) {
    String title = ui(window::getText);
    run(List.of("search", "--onlyvisible", "--name", title, "windowfocus", "--sync"));
  }

  /** Puts the keyboard on the workbench. */
  static void onWorkbench() {
    on(ui(() -> page().getWorkbenchWindow().getShell()));
  }

  /** Presses keys one after the other, such as {@code ctrl+s}. */
  static void press(String... keys) {
    List<String> words = new ArrayList<>(List.of("key", "--clearmodifiers"));
    words.addAll(List.of(keys));
    run(words);
  }

  static void type(String text) {
    run(List.of("type", "--delay", "20", text));
  }

  /** Clicks a place of a control, so many times. */
  static void click(Control control, Point place, int times) {
    Point screen = ui(() -> control.toDisplay(place));
    run(
        List.of(
            "mousemove",
            "--sync",
            String.valueOf(screen.x),
            String.valueOf(screen.y),
            "click",
            "--repeat",
            String.valueOf(times),
            "--delay",
            "60",
            "1"));
  }

  private static void run(List<String> words) {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(words);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + said);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
