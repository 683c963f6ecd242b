package org.hookline.export.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hookline.export.drawing.Shape.Align;
import org.hookline.export.drawing.Shape.Weight;

/** Drawings one below the other, each under its title. */
public final class Stack {
  private static final double TITLE = 34;
  private static final double GAP = 24;

  private final List<Shape> shapes = new ArrayList<>();
  private double width;
  private double height;

  /** Adds a drawing at the lower end. */
  public Stack add(String title, Drawing drawing) {
    heading(title);
    drawing.paint(new Lower(height, shapes));
    width = Math.max(width, drawing.width());
    height += drawing.height() + GAP;
    return this;
  }

  /** Adds a line of text at the lower end. */
  public Stack heading(String title) {
    shapes.add(
        new Shape.Text(new Point(16, height + 22), Align.LEFT, Tone.PLAIN, Weight.BOLD, title));
    width = Math.max(width, 32 + Shape.width(title));
    height += TITLE;
    return this;
  }

  public Drawing drawing() {
    return new Drawing(width, height, List.copyOf(shapes));
  }

  /** Copies shapes so much further down. */
  private record Lower(double by, List<Shape> copies) implements Pen {
    @Override
    public void box(Shape.Box box) {
      Area area = box.area();
      Area moved = Area.at(area.x(), area.y() + by, area.width(), area.height());
      copies.add(new Shape.Box(moved, box.tone(), box.target()));
    }

    @Override
    public void line(Shape.Line line) {
      List<Point> points = line.points().stream().map(this::moved).toList();
      copies.add(new Shape.Line(points, line.tone(), line.stroke(), line.target()));
    }

    @Override
    public void text(Shape.Text text) {
      copies.add(
          new Shape.Text(moved(text.at()), text.align(), text.tone(), text.weight(), text.text()));
    }

    private Point moved(Point point) {
      return new Point(point.x(), point.y() + by);
    }
  }
}
