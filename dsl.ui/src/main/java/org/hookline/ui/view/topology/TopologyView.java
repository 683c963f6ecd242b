package org.hookline.ui.view.topology;

import java.util.Comparator;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.Target;
import org.hookline.ui.Icon;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.source.SourcePlace;
import org.hookline.ui.text.Screen;
import org.hookline.ui.view.canvas.DrawingCanvas;
import org.hookline.ui.view.canvas.ExportDrawing;

/** The hosts and segments of the file in the active editor, as it was saved last. */
public final class TopologyView extends ViewPart {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.view.topology";

  private final IPartListener2 parts = new Editors();
  private final ISelectionListener selections = this::selected;
  private final IPropertyListener saved = (editor, property) -> saved(property);
  private DrawingCanvas canvas;
  private TopologyJob job;
  private Optional<HklEditor> editor = Optional.empty();

  @Override
  public void createPartControl(Composite parent) {
    canvas = new DrawingCanvas(parent);
    canvas.showNothing("Open a .hkl file.");
    canvas.onClick(this::clicked);
    canvas.onDoubleClick(target -> place(target).ifPresent(SourcePlace::show));
    job = new TopologyJob((file, drawing) -> Screen.later(canvas, () -> show(file, drawing)));
    tools(getViewSite().getActionBars().getToolBarManager());
    getSite().getPage().addPartListener(parts);
    getSite().getPage().addPostSelectionListener(selections);
    follow(getSite().getPage().getActiveEditor());
  }

  private void tools(IToolBarManager tools) {
    Action fit =
        new Action("Fit to the view", Icon.FIT.descriptor()) {
          @Override
          public void run() {
            canvas.fit();
          }
        };
    tools.add(fit);
    tools.add(new ExportDrawing(canvas, "topology"));
  }

  private void follow(IWorkbenchPart part) {
    if (part instanceof HklEditor opened && !editor.equals(Optional.of(opened))) {
      editor.ifPresent(before -> before.removePropertyListener(saved));
      editor = Optional.of(opened);
      opened.addPropertyListener(saved);
      opened.file().ifPresent(job::draw);
    }
  }

  private void saved(int property) {
    if (property == HklEditor.PROP_DIRTY) {
      editor.filter(e -> !e.isDirty()).flatMap(HklEditor::file).ifPresent(job::draw);
    }
  }

  private void show(IFile file, Drawing drawing) {
    if (editor.flatMap(HklEditor::file).filter(file::equals).isPresent()) {
      if (drawing.shapes().isEmpty()) {
        canvas.showNothing(file.getName() + " has errors, or no hosts.");
      } else {
        canvas.show(drawing);
      }
    }
  }

  private Optional<SourcePlace> place(Target target) {
    return editor.flatMap(HklEditor::file).map(file -> new SourcePlace(file, target.origin()));
  }

  private void clicked(Target target) {
    canvas.select(target.element());
    place(target).ifPresent(SourcePlace::point);
  }

  /** The cursor is in a line of the editor: marks what stands there. */
  private void selected(IWorkbenchPart part, ISelection selection) {
    if (editor.isPresent()
        && part == editor.get()
        && selection instanceof ITextSelection text
        && !canvas.isFocusControl()) {
      String file = editor.get().file().map(IFile::getName).orElse("");
      element(file, text.getStartLine() + 1).ifPresent(t -> canvas.select(t.element()));
    }
  }

  /** What is declared in a line, else the host or segment that the line belongs to. */
  private Optional<Target> element(String file, int line) {
    Optional<Target> here =
        canvas.drawing().targets().stream()
            .filter(t -> t.origin().file().equals(file) && t.origin().line() == line)
            .findFirst();
    return here.isPresent()
        ? here
        : canvas.drawing().targets().stream()
            .filter(t -> t.origin().file().equals(file) && t.origin().line() < line)
            .filter(t -> !t.element().startsWith("port "))
            .max(Comparator.comparing(Target::origin));
  }

  public DrawingCanvas canvas() {
    return canvas;
  }

  @Override
  public void setFocus() {
    canvas.setFocus();
  }

  @Override
  public void dispose() {
    editor.ifPresent(e -> e.removePropertyListener(saved));
    getSite().getPage().removePartListener(parts);
    getSite().getPage().removePostSelectionListener(selections);
    super.dispose();
  }

  private final class Editors implements IPartListener2 {
    @Override
    public void partActivated(IWorkbenchPartReference part) {
      follow(part.getPart(false));
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
      if (editor.isPresent() && part.getPart(false) == editor.get()) {
        editor = Optional.empty();
        canvas.showNothing("Open a .hkl file.");
      }
    }
  }
}
