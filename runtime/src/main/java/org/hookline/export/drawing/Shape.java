package org.hookline.export.drawing;

import java.util.List;

/** A part of a drawing; the later ones lie on top. */
public sealed interface Shape {

  /** Letters are this wide and this high, wherever a drawing is shown. */
  double LETTER_WIDTH = 7.2;

  double LETTER_HEIGHT = 14;

  void paint(Pen pen);

  /** A box with rounded corners. */
  record Box(Area area, Tone tone, Target target) implements Shape {
    @Override
    public void paint(Pen pen) {
      pen.box(this);
    }
  }

  /** A line along points. */
  record Line(List<Point> points, Tone tone, Stroke stroke, Target target) implements Shape {
    @Override
    public void paint(Pen pen) {
      pen.line(this);
    }
  }

  /** How a line is drawn. */
  enum Stroke {
    THIN,
    THICK,
    DOTTED,
    ARROW,
    THICK_ARROW;

    public boolean arrow() {
      return this == ARROW || this == THICK_ARROW;
    }

    public boolean thick() {
      return this == THICK || this == THICK_ARROW;
    }
  }

  /**
   * One line of text.
   *
   * @param at the left end of its base line, or the middle of it
   */
  record Text(Point at, Align align, Tone tone, Weight weight, String text) implements Shape {
    @Override
    public void paint(Pen pen) {
      pen.text(this);
    }
  }

  /** Which part of a text its place means. */
  enum Align {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** How heavy letters are. */
  enum Weight {
    NORMAL,
    BOLD
  }

  /** The width of a text. */
  static double width(String text) {
    return text.codePointCount(0, text.length()) * LETTER_WIDTH;
  }
}
