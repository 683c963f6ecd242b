package org.hookline.dsl.tests.workbench;

import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

/** Windows, buttons and menus, used as a hand on the mouse would use them. */
final class Windows {
  private Windows() {}

  /** Starts what may open a dialog and does not end before that is closed. */
  static void later(Runnable task) {
    Display.getDefault().asyncExec(task);
  }

  /** Waits for a window with this title. */
  static Shell dialog(String title) {
    until("the window " + title, () -> find(title).isPresent());
    return ui(() -> find(title).orElseThrow());
  }

  private static Optional<Shell> find(String title) {
    return Stream.of(Display.getDefault().getShells())
        .filter(shell -> shell.isVisible() && shell.getText().equals(title))
        .findFirst();
  }

  /** Waits for a button that can be pressed, and presses it. */
  static void press(Shell window, String text) {
    until("the button " + text, () -> button(window, text).isPresent());
    later(
        () -> {
          Event click = new Event();
          Button button = button(window, text).orElseThrow();
          click.widget = button;
          button.notifyListeners(SWT.Selection, click);
        });
  }

  private static Optional<Button> button(Shell window, String text) {
    return all(window, Button.class).stream()
        .filter(b -> b.isEnabled() && b.getText().replace("&", "").equals(text))
        .findFirst();
  }

  /** All controls of a kind in a window, from the top. */
  static <T extends Control> List<T> all(Composite parent, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Control child : parent.getChildren()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
      if (child instanceof Composite inside) {
        found.addAll(all(inside, type));
      }
    }
    return found;
  }

  static void closed(Shell window) {
    until("the window to close", window::isDisposed);
  }

  /** Chooses from the menu bar; each name is the beginning of an entry, without numbers. */
  static void choose(String... names) {
    choose(ui(() -> page().getWorkbenchWindow().getShell().getMenuBar()), names);
  }

  /** Chooses from the menu that a right click on a control shows. */
  static void chooseAt(Control control, String... names) {
    Menu menu = ui(control::getMenu);
    later(() -> menu.notifyListeners(SWT.Show, new Event()));
    choose(menu, names);
    later(() -> menu.notifyListeners(SWT.Hide, new Event()));
  }

  private static void choose(Menu root, String... names) {
    Menu menu = root;
    for (int i = 0; i < names.length - 1; i++) {
      menu = opened(menu, names[i]);
    }
    Menu last = menu;
    String name = names[names.length - 1];
    until("the menu entry " + name, () -> item(last, name).isPresent());
    later(
        () -> {
          Event click = new Event();
          MenuItem item = item(last, name).orElseThrow();
          click.widget = item;
          item.notifyListeners(SWT.Selection, click);
        });
  }

  private static Menu opened(Menu menu, String name) {
    until("the menu " + name, () -> item(menu, name).isPresent());
    return ui(
        () -> {
          Menu inner = item(menu, name).orElseThrow().getMenu();
          inner.notifyListeners(SWT.Show, new Event());
          return inner;
        });
  }

  private static Optional<MenuItem> item(Menu menu, String name) {
    return Stream.of(menu.getItems())
        .filter(
            item -> item.getText().replaceFirst("^&?\\d+ ", "").replace("&", "").startsWith(name))
        .findFirst();
  }
}
