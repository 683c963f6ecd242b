package org.hookline.export.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hookline.export.drawing.Shape.Align;
import org.hookline.export.drawing.Shape.Weight;

/** Lines of text in a corner of a drawing, broken between words; what finds no room is left out. */
final class Caption {
  private static final double LINE = 18;

  private final Area area;
  private final List<Shape> shapes = new ArrayList<>();

  Caption(Area area) {
    this.area = area;
  }

  /** Adds a text below those before, in as many lines as it takes. */
  void line(Tone tone, Weight weight, String text) {
    int letters = (int) (area.width() / Shape.LETTER_WIDTH);
    for (String piece : pieces(text, letters)) {
      double y = area.y() + (shapes.size() + 1) * LINE;
      if (y <= area.bottom()) {
        shapes.add(new Shape.Text(new Point(area.x(), y), Align.LEFT, tone, weight, piece));
      }
    }
  }

  /** A word that is longer than a line is broken anywhere. */
  private static List<String> pieces(String text, int letters) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (rest.length() > letters) {
      int blank = rest.lastIndexOf(' ', letters);
      int end = blank > 0 ? blank : letters;
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }

  List<Shape> shapes() {
    return shapes;
  }
}
