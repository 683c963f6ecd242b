package org.hookline.dsl.tests.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.hookline.ui.editor.HklEditor;

/** The workbench as a test sees it. Tests run beside the user interface's thread, never on it. */
final class Workbench {
  private static final long SECONDS_TO_GIVE_UP = 150;
  private static final long NANOSECONDS_BETWEEN_LOOKS = 5_000_000;

  /** What SWT takes off for a frame that is not there. */
  private static final Point FRAME = new Point(6, 29);

  private Workbench() {}

  /** Runs on the user interface's thread and returns what came of it. */
  static <T> T ui(Callable<T> task) {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Display.getDefault()
        .syncExec(
            () -> {
              try {
                result.set(task.call());
              } catch (Exception | AssertionError e) {
                failure.set(e);
              }
            });
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
    return result.get();
  }

  /** Waits until something reads so; what it read instead is in the failure. */
  static void until(String what, Callable<String> seen, String wanted) {
    AtomicReference<String> last = new AtomicReference<>();
    try {
      until(
          what,
          () -> {
            last.set(seen.call());
            return wanted.equals(last.get());
          });
    } catch (AssertionError vain) {
      throw new AssertionError(
          vain.getMessage() + ": wanted <" + wanted + ">, saw <" + last.get() + ">", vain);
    }
  }

  /** Waits until something is so; looks on the user interface's thread. */
  static void until(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_GIVE_UP);
    while (!ui(condition)) {
      if (System.nanoTime() > end) {
        picture("gave-up");
        throw new AssertionError("waited in vain for: " + what);
      }
      LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
    }
  }

  static IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
  }

  /** There is no window manager that would make the window large, nor one that adds a frame. */
  static void fillTheScreen() {
    ui(
        () -> {
          Rectangle screen = Display.getDefault().getBounds();
          Shell window = page().getWorkbenchWindow().getShell();
          window.setBounds(0, 0, screen.width + FRAME.x, screen.height + FRAME.y);
          return null;
        });
  }

  static HklEditor open(IFile file) {
    return ui(() -> (HklEditor) IDE.openEditor(page(), file));
  }

  static IDocument document(HklEditor editor) {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }

  static String text(HklEditor editor) {
    return ui(() -> document(editor).get());
  }

  /** Puts the cursor before the first place that a text has. */
  static void reveal(HklEditor editor, String words) {
    int offset = text(editor).indexOf(words);
    if (offset < 0) {
      throw new AssertionError("there is no '" + words + "' in " + text(editor));
    }
    cursor(editor, offset);
  }

  static void cursor(HklEditor editor, int offset) {
    ui(
        () -> {
          editor.selectAndReveal(offset, 0);
          return null;
        });
  }

  /** Where a line of a text is on its widget, counted from 0. */
  static int lineMiddle(HklEditor editor, int line) {
    StyledText widget = (StyledText) editor.getAdapter(Control.class);
    int shown = widget.getLineAtOffset(widget.getOffsetAtLine(line));
    return widget.getLinePixel(shown) + widget.getLineHeight(widget.getOffsetAtLine(shown)) - 5;
  }

  static void save(HklEditor editor) {
    ui(
        () -> {
          editor.doSave(null);
          return null;
        });
  }

  /** Runs a command as its key would; on the user interface's thread. */
  static void command(String id) {
    try {
      PlatformUI.getWorkbench()
          .getWorkbenchWindows()[0]
          .getService(IHandlerService.class)
          .executeCommand(id, null);
    } catch (CommandException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the cursor of the active editor is: {@code before.hkl:3}. */
  static String line() {
    if (page().getActiveEditor() instanceof ITextEditor editor) {
      ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
      return editor.getTitle() + ":" + (selection.getStartLine() + 1);
    }
    return "no editor";
  }

  static void closeEditors() {
    ui(() -> page().closeAllEditors(false));
  }

  /** Builds what changed and waits for it. */
  static void build() throws Exception {
    ResourcesPlugin.getWorkspace().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
    Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
  }

  /** A picture of the whole screen beside the results. */
  static Path picture(String name) {
    Path file = Path.of(System.getProperty("workbench.results")).resolveSibling(name + ".png");
    return ui(
        () -> {
          Display display = Display.getDefault();
          while (display.readAndDispatch()) {
            // what changed is painted first
          }
          Image image = new Image(display, display.getBounds());
          GC gc = new GC(display);
          gc.copyArea(image, 0, 0);
          gc.dispose();
          ImageLoader loader = new ImageLoader();
          loader.data = new ImageData[] {image.getImageData()};
          image.dispose();
          Files.deleteIfExists(file);
          loader.save(file.toString(), SWT.IMAGE_PNG);
          return file;
        });
  }
}
