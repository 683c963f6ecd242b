package org.hookline.dsl.tests.workbench;

import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.hookline.ui.editor.HklEditor;

/** The list under the cursor that Ctrl+Space and Ctrl+1 open, with the text beside it. */
final class Popup {
  private Popup() {}

  /** Does what a key would do in an editor, such as opening the list. */
  static void open(HklEditor editor, int operation) {
    ui(
        () -> {
          editor.getSite().getPage().activate(editor);
          editor.getAdapter(Control.class).setFocus();
          editor.getAdapter(ITextOperationTarget.class).doOperation(operation);
          return null;
        });
  }

  /** The lines of the list; none while there is no list. */
  static List<String> lines() {
    return ui(
        () ->
            table().stream()
                .flatMap(t -> IntStream.range(0, t.getItemCount()).mapToObj(i -> line(t, i)))
                .toList());
  }

  private static String line(Table table, int index) {
    return table.getItem(index).getText();
  }

  /** Waits for a line that begins like this and selects it. */
  static void select(String beginning) {
    until("the line " + beginning, () -> index(beginning) >= 0);
    ui(
        () -> {
          Table table = table().orElseThrow();
          table.setSelection(index(beginning));
          notify(table, SWT.Selection, index(beginning));
          return null;
        });
  }

  /** Takes a line as Enter would. */
  static void choose(String beginning) {
    select(beginning);
    ui(
        () -> {
          Table table = table().orElseThrow();
          notify(table, SWT.DefaultSelection, index(beginning));
          return null;
        });
    until("the list to close", () -> table().isEmpty());
  }

  /** What is said about the selected line. */
  static String info() {
    return ui(
        () ->
            popups()
                .filter(shell -> find(shell, Table.class).isEmpty())
                .flatMap(shell -> find(shell, StyledText.class).stream())
                .map(StyledText::getText)
                .findFirst()
                .orElse(""));
  }

  private static void notify(Table table, int type, int index) {
    Event event = new Event();
    event.item = table.getItem(index);
    table.notifyListeners(type, event);
  }

  private static int index(String beginning) {
    List<String> lines = lines();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).startsWith(beginning))
        .findFirst()
        .orElse(-1);
  }

  private static Optional<Table> table() {
    return popups().flatMap(shell -> find(shell, Table.class).stream()).findFirst();
  }

  private static Stream<Shell> popups() {
    Shell window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    return Stream.of(Display.getDefault().getShells())
        .filter(shell -> !shell.equals(window) && shell.isVisible());
  }

  private static <T extends Control> Optional<T> find(Composite parent, Class<T> type) {
    for (Control child : parent.getChildren()) {
      if (type.isInstance(child)) {
        return Optional.of(type.cast(child));
      }
      if (child instanceof Composite inside) {
        Optional<T> found = find(inside, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
