package org.hookline.export.drawing;

/** A rectangle of a drawing, in pixels. */
public record Area(Point corner, double width, double height) {

  public static Area at(double x, double y, double width, double height) {
    return new Area(new Point(x, y), width, height);
  }

  public double x() {
    return corner.x();
  }

  public double y() {
    return corner.y();
  }

  public double right() {
    return x() + width;
  }

  public double bottom() {
    return y() + height;
  }

  public double middleX() {
    return x() + width / 2;
  }

  public double middleY() {
    return y() + height / 2;
  }

  public boolean contains(Point point) {
    return point.x() >= x() && point.x() <= right() && point.y() >= y() && point.y() <= bottom();
  }
}
