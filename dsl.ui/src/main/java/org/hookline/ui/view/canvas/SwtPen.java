package org.hookline.ui.view.canvas;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.hookline.export.drawing.Area;
import org.hookline.export.drawing.Palette;
import org.hookline.export.drawing.Pen;
import org.hookline.export.drawing.Point;
import org.hookline.export.drawing.Shape;
import org.hookline.export.drawing.Shape.Stroke;
import org.hookline.export.drawing.Svg;
import org.hookline.export.drawing.Tone;

/**
 * Draws on a widget or an image. Letters are squeezed to the width that the drawing counts with.
 */
final class SwtPen implements Pen {
  private static final int CORNER = 10;

  private final GC gc;
  private final Palette palette;
  private final String selected;
  private final LetterFonts fonts;

  /**
   * @param selected the element that is marked; may be empty
   */
  SwtPen(GC gc, Palette palette, String selected, LetterFonts fonts) {
    this.gc = gc;
    this.palette = palette;
    this.selected = selected;
    this.fonts = fonts;
    gc.setAntialias(SWT.ON);
    gc.setTextAntialias(SWT.ON);
  }

  @Override
  public void box(Shape.Box box) {
    boolean marked = !selected.isEmpty() && selected.equals(box.target().element());
    Area area = box.area();
    Tone tone = marked ? Tone.SELECTED : box.tone();
    gc.setBackground(colour(palette.fill(tone)));
    gc.setForeground(colour(palette.line(tone)));
    gc.setLineWidth(marked ? 2 : 1);
    gc.setLineStyle(SWT.LINE_SOLID);
    int x = round(area.x());
    int y = round(area.y());
    int width = round(area.width());
    int height = round(area.height());
    gc.fillRoundRectangle(x, y, width, height, CORNER, CORNER);
    gc.drawRoundRectangle(x, y, width, height, CORNER, CORNER);
  }

  @Override
  public void line(Shape.Line line) {
    gc.setForeground(colour(palette.line(line.tone())));
    gc.setLineWidth(line.stroke().thick() ? 3 : 1);
    gc.setLineStyle(line.stroke() == Stroke.DOTTED ? SWT.LINE_DOT : SWT.LINE_SOLID);
    List<Point> points = line.points();
    gc.drawPolyline(flat(points));
    if (line.stroke().arrow() && points.size() > 1) {
      gc.setBackground(gc.getForeground());
      gc.fillPolygon(flat(Svg.tip(points.get(points.size() - 2), points.get(points.size() - 1))));
    }
  }

  @Override
  public void text(Shape.Text text) {
    if (text.text().isEmpty()) {
      return;
    }
    Font font = text.weight() == Shape.Weight.BOLD ? fonts.bold() : fonts.normal();
    gc.setFont(font);
    gc.setForeground(colour(palette.text(text.tone())));
    double width = gc.textExtent(text.text(), SWT.DRAW_TRANSPARENT).x;
    double x =
        switch (text.align()) {
          case LEFT -> text.at().x();
          case MIDDLE -> text.at().x() - width / 2;
          case RIGHT -> text.at().x() - width;
        };
    int top = round(text.at().y()) - gc.getFontMetrics().getAscent();
    gc.drawText(text.text(), round(x), top, SWT.DRAW_TRANSPARENT);
  }

  private static int[] flat(List<Point> points) {
    int[] numbers = new int[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      numbers[2 * i] = round(points.get(i).x());
      numbers[2 * i + 1] = round(points.get(i).y());
    }
    return numbers;
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  /** Colours of SWT hold no resources. */
  static Color colour(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** The font that text of programs has everywhere in the workbench. */
  static Font textFont() {
    return JFaceResources.getTextFont();
  }
}
