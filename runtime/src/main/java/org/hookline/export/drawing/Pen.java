package org.hookline.export.drawing;

/** Draws shapes on something. */
public interface Pen {
  void box(Shape.Box box);

  void line(Shape.Line line);

  void text(Shape.Text text);
}
