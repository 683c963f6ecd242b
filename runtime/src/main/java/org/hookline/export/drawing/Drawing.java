package org.hookline.export.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture.
 *
 * @param shapes in the order in which they are painted
 */
public record Drawing(double width, double height, List<Shape> shapes) {
  public static final Drawing EMPTY = new Drawing(0, 0, List.of());

  public void paint(Pen pen) {
    shapes.forEach(shape -> shape.paint(pen));
  }

  /** What lies uppermost at a place. */
  public Optional<Target> at(Point place) {
    return boxes()
        .filter(box -> box.area().contains(place))
        .map(Shape.Box::target)
        .reduce((below, above) -> above);
  }

  /** The box that stands for an element. */
  public Optional<Shape.Box> box(String element) {
    return boxes().filter(box -> box.target().element().equals(element)).findFirst();
  }

  /** Everything that something stands for. */
  public List<Target> targets() {
    return boxes().map(Shape.Box::target).toList();
  }

  private Stream<Shape.Box> boxes() {
    return shapes.stream()
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .filter(box -> !box.target().element().isEmpty());
  }
}
