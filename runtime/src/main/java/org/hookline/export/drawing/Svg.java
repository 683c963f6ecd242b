package org.hookline.export.drawing;

import java.util.List;
import java.util.Locale;

/** A drawing as an SVG document, which follows the reader's light or dark background. */
public final class Svg implements Pen {
  private static final double ARROW_LENGTH = 9;
  private static final double ARROW_WIDTH = 4;

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  /** The document, with a line end. */
  public static String of(Drawing drawing) {
    Svg svg = new Svg();
    svg.out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(number(drawing.width()))
        .append(' ')
        .append(number(drawing.height()))
        .append("\" width=\"")
        .append(number(drawing.width()))
        .append("\" height=\"")
        .append(number(drawing.height()))
        .append(
            "\" font-family=\"'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"12\">\n")
        .append("<style>\n")
        .append(style(Palette.LIGHT))
        .append("@media (prefers-color-scheme: dark) {\n")
        .append(style(Palette.DARK))
        .append("}\n</style>\n")
        .append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    drawing.paint(svg);
    return svg.out.append("</svg>\n").toString();
  }

  private static String style(Palette palette) {
    StringBuilder css = new StringBuilder();
    css.append("  .paper { fill: ").append(colour(palette.background())).append("; }\n");
    for (Tone tone : Tone.values()) {
      String name = name(tone);
      css.append("  .box-").append(name).append(" { fill: ").append(colour(palette.fill(tone)));
      css.append("; stroke: ").append(colour(palette.line(tone))).append("; }\n");
      css.append("  .line-").append(name).append(" { fill: none; stroke: ");
      css.append(colour(palette.line(tone))).append("; }\n");
      css.append("  .tip-").append(name).append(" { fill: ");
      css.append(colour(palette.line(tone))).append("; }\n");
      css.append("  .text-").append(name).append(" { fill: ");
      css.append(colour(palette.text(tone))).append("; }\n");
    }
    return css.toString();
  }

  @Override
  public void box(Shape.Box box) {
    Area area = box.area();
    out.append("<rect class=\"box-").append(name(box.tone()));
    out.append("\" x=\"").append(number(area.x())).append("\" y=\"").append(number(area.y()));
    out.append("\" width=\"").append(number(area.width()));
    out.append("\" height=\"").append(number(area.height())).append("\" rx=\"5\"");
    String title = title(box.target());
    out.append(title.isEmpty() ? "/>\n" : "><title>" + title + "</title></rect>\n");
  }

  private static String title(Target target) {
    String place = target.origin().known() ? " (" + target.origin() + ")" : "";
    return escape(target.element() + place);
  }

  @Override
  public void line(Shape.Line line) {
    List<Point> points = line.points();
    out.append("<polyline class=\"line-").append(name(line.tone())).append("\" points=\"");
    for (int i = 0; i < points.size(); i++) {
      out.append(i == 0 ? "" : " ");
      out.append(number(points.get(i).x())).append(',').append(number(points.get(i).y()));
    }
    out.append("\" stroke-width=\"").append(line.stroke().thick() ? "3" : "1.2").append('"');
    out.append(line.stroke() == Shape.Stroke.DOTTED ? " stroke-dasharray=\"3 4\"/>\n" : "/>\n");
    if (line.stroke().arrow() && points.size() > 1) {
      tip(points.get(points.size() - 2), points.get(points.size() - 1), line.tone());
    }
  }

  private void tip(Point from, Point to, Tone tone) {
    out.append("<polygon class=\"tip-").append(name(tone)).append("\" points=\"");
    for (Point corner : tip(from, to)) {
      out.append(number(corner.x())).append(',').append(number(corner.y())).append(' ');
    }
    out.append("\"/>\n");
  }

  /** The three corners of an arrow's tip. */
  public static List<Point> tip(Point from, Point to) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    if (length == 0) {
      return List.of(to, to, to);
    }
    double dx = (to.x() - from.x()) / length;
    double dy = (to.y() - from.y()) / length;
    double baseX = to.x() - ARROW_LENGTH * dx;
    double baseY = to.y() - ARROW_LENGTH * dy;
    return List.of(
        to,
        new Point(baseX - ARROW_WIDTH * dy, baseY + ARROW_WIDTH * dx),
        new Point(baseX + ARROW_WIDTH * dy, baseY - ARROW_WIDTH * dx));
  }

  @Override
  public void text(Shape.Text text) {
    out.append("<text class=\"text-").append(name(text.tone()));
    out.append("\" x=\"").append(number(text.at().x()));
    out.append("\" y=\"").append(number(text.at().y())).append('"');
    switch (text.align()) {
      case LEFT -> out.append("");
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case RIGHT -> out.append(" text-anchor=\"end\"");
    }
    out.append(text.weight() == Shape.Weight.BOLD ? " font-weight=\"bold\">" : ">");
    out.append(escape(text.text())).append("</text>\n");
  }

  private static String name(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  private static String colour(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** Text inside an element or an attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
