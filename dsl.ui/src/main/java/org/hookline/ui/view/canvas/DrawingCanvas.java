package org.hookline.ui.view.canvas;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.Palette;
import org.hookline.export.drawing.Point;
import org.hookline.export.drawing.Target;

/** Shows a drawing: as large as fits, or zoomed with Ctrl and the wheel, or with + - and 0. */
public final class DrawingCanvas extends Canvas {
  private static final float SMALLEST = 0.4f;
  private static final float LARGEST = 4f;
  private static final float SMALLEST_FITTING = 0.6f;
  private static final float LARGEST_FITTING = 1.25f;
  private static final float STEP = 1.2f;
  private static final int BORDER = 12;
  private static final int DARK_BELOW = 128;

  private Drawing drawing = Drawing.EMPTY;
  private String empty = "";
  private String selected = "";
  private float zoom;
  private LetterFonts fonts;
  private Consumer<Target> clicked = target -> {};
  private Consumer<Target> opened = target -> {};

  public DrawingCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
    addPaintListener(this::paint);
    addListener(SWT.Resize, event -> layoutBars());
    addListener(SWT.Dispose, event -> closeFonts());
    addListener(SWT.MouseVerticalWheel, event -> wheel(event.stateMask, event.count));
    addListener(SWT.KeyDown, event -> key(event.character));
    addMouseListener(MouseListener.mouseDownAdapter(event -> at(event, clicked)));
    addMouseListener(MouseListener.mouseDoubleClickAdapter(event -> at(event, opened)));
    addListener(SWT.MouseHover, event -> setToolTipText(text(place(event.x, event.y))));
    getHorizontalBar().addListener(SWT.Selection, event -> redraw());
    getVerticalBar().addListener(SWT.Selection, event -> redraw());
  }

  /** Is told the element that is clicked, {@link Target#NONE} beside all of them. */
  public void onClick(Consumer<Target> listener) {
    clicked = listener;
  }

  public void onDoubleClick(Consumer<Target> listener) {
    opened = listener;
  }

  public Drawing drawing() {
    return drawing;
  }

  public void show(Drawing shown) {
    drawing = shown;
    layoutBars();
    redraw();
  }

  /** Shows a sentence in place of a drawing. */
  public void showNothing(String reason) {
    empty = reason;
    show(Drawing.EMPTY);
  }

  /** Marks an element. */
  public void select(String element) {
    selected = element;
    redraw();
  }

  public String selected() {
    return selected;
  }

  /** As large as the view, but not so large that letters look odd beside those of the workbench. */
  public void fit() {
    zoom = 0;
    layoutBars();
    redraw();
  }

  private float scale() {
    if (zoom > 0 || drawing.width() == 0) {
      return Math.max(zoom, SMALLEST);
    }
    Rectangle room = getClientArea();
    double fitting = Math.min(room.width / drawing.width(), room.height / drawing.height());
    return (float) Math.min(LARGEST_FITTING, Math.max(SMALLEST_FITTING, fitting));
  }

  private void wheel(int modifiers, int count) {
    if ((modifiers & SWT.MOD1) != 0) {
      zoom(count > 0 ? STEP : 1 / STEP);
    }
  }

  private void key(char letter) {
    switch (letter) {
      case '+', '=' -> zoom(STEP);
      case '-' -> zoom(1 / STEP);
      case '0' -> fit();
      default -> {}
    }
  }

  private void zoom(float factor) {
    zoom = Math.min(LARGEST, Math.max(SMALLEST, scale() * factor));
    layoutBars();
    redraw();
  }

  private void layoutBars() {
    Rectangle room = getClientArea();
    bar(getHorizontalBar(), room.width, drawing.width() * scale());
    bar(getVerticalBar(), room.height, drawing.height() * scale());
  }

  private static void bar(ScrollBar bar, int room, double size) {
    int whole = (int) Math.ceil(size);
    bar.setVisible(whole > room);
    bar.setValues(
        Math.min(bar.getSelection(), Math.max(0, whole - room)),
        0,
        Math.max(1, whole),
        Math.max(1, Math.min(room, whole)),
        20,
        Math.max(20, room));
  }

  private Point place(int x, int y) {
    float scale = scale();
    return new Point(
        (x + offset(getHorizontalBar())) / scale, (y + offset(getVerticalBar())) / scale);
  }

  private static int offset(ScrollBar bar) {
    return bar.isVisible() ? bar.getSelection() : 0;
  }

  private void at(MouseEvent event, Consumer<Target> listener) {
    setFocus();
    listener.accept(drawing.at(place(event.x, event.y)).orElse(Target.NONE));
  }

  private String text(Point place) {
    return drawing
        .at(place)
        .map(t -> t.element() + (t.origin().known() ? "\n" + t.origin() : ""))
        .orElse(null);
  }

  private Palette palette() {
    Color paper = getBackground();
    int light = (paper.getRed() + paper.getGreen() + paper.getBlue()) / 3;
    return light < DARK_BELOW ? Palette.DARK : Palette.LIGHT;
  }

  private void paint(PaintEvent event) {
    Palette palette = palette();
    event.gc.setBackground(SwtPen.colour(palette.background()));
    event.gc.fillRectangle(getClientArea());
    if (drawing.shapes().isEmpty()) {
      event.gc.setForeground(getForeground());
      sentence(event.gc);
      return;
    }
    Transform transform = new Transform(getDisplay());
    transform.translate(-offset(getHorizontalBar()), -offset(getVerticalBar()));
    transform.scale(scale(), scale());
    event.gc.setTransform(transform);
    drawing.paint(new SwtPen(event.gc, palette, selected, fonts(event.gc)));
    event.gc.setTransform(null);
    transform.dispose();
  }

  /** In as many lines as it takes. */
  private void sentence(GC gc) {
    TextLayout layout = new TextLayout(getDisplay());
    layout.setFont(gc.getFont());
    layout.setText(empty);
    layout.setWidth(Math.max(1, getClientArea().width - 2 * BORDER));
    layout.draw(gc, BORDER, BORDER);
    layout.dispose();
  }

  private LetterFonts fonts(GC gc) {
    if (fonts == null) {
      fonts = new LetterFonts(getDisplay(), gc);
    }
    return fonts;
  }

  private void closeFonts() {
    if (fonts != null) {
      fonts.close();
    }
  }

  /** The whole drawing as a picture, in its own size. */
  public ImageData picture() {
    int width = Math.max(1, (int) Math.ceil(drawing.width()));
    int height = Math.max(1, (int) Math.ceil(drawing.height()));
    Image image = new Image(getDisplay(), width, height);
    GC gc = new GC(image);
    try {
      gc.setBackground(SwtPen.colour(Palette.LIGHT.background()));
      gc.fillRectangle(0, 0, width, height);
      drawing.paint(new SwtPen(gc, Palette.LIGHT, "", fonts(gc)));
      return image.getImageData();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}
