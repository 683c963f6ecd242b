package org.hookline.dsl.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.hookline.export.drawing.Area;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.Point;
import org.hookline.export.drawing.Shape;
import org.hookline.export.drawing.Shape.Align;
import org.hookline.export.drawing.Shape.Stroke;
import org.hookline.export.drawing.Shape.Weight;
import org.hookline.export.drawing.Target;
import org.hookline.export.drawing.Tone;
import org.hookline.model.Network;

/**
 * Hosts, interfaces and segments of a network, laid out in layers from the internet inwards.
 * Elements are called {@code host mirrors}, {@code port mirrors.vlan10}, {@code segment uplink95}
 * and {@code internet}.
 */
public final class TopologyDrawing {
  private static final double MARGIN = 12;
  private static final double BASELINE = 11;
  private static final double HALF_LETTER = 4;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private final TopologyGraph graph;
  private final List<Shape> shapes = new ArrayList<>();

  private TopologyDrawing(Network network) {
    graph = new TopologyGraph(network);
    new RecursiveGraphLayoutEngine().layout(graph.root(), new BasicProgressMonitor());
  }

  public static Drawing of(Network network) {
    TopologyDrawing drawing = new TopologyDrawing(network);
    ElkNode root = drawing.graph.root();
    root.getContainedEdges().forEach(drawing::edge);
    root.getChildren().forEach(drawing::node);
    return new Drawing(
        root.getWidth() + 2 * MARGIN, root.getHeight() + 2 * MARGIN, List.copyOf(drawing.shapes));
  }

  private void edge(ElkEdge edge) {
    for (ElkEdgeSection section : edge.getSections()) {
      List<Point> points = new ArrayList<>();
      points.add(point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(point(bend.getX(), bend.getY()));
      }
      points.add(point(section.getEndX(), section.getEndY()));
      shapes.add(new Shape.Line(points, Tone.PLAIN, Stroke.THIN, Target.NONE));
    }
  }

  private static Point point(double x, double y) {
    return new Point(MARGIN + x, MARGIN + y);
  }

  private void node(ElkNode node) {
    Target target = graph.target(node);
    Tone tone = target.element().startsWith("segment ") ? Tone.FAINT : Tone.PLAIN;
    Area area = new Area(point(node.getX(), node.getY()), node.getWidth(), node.getHeight());
    shapes.add(new Shape.Box(area, tone, target));
    boolean host = target.element().startsWith("host ");
    double middle = host ? TopologyGraph.TITLE / 2 : area.height() / 2;
    shapes.add(
        new Shape.Text(
            new Point(area.middleX(), area.y() + middle + HALF_LETTER),
            Align.MIDDLE,
            Tone.PLAIN,
            tone == Tone.FAINT ? Weight.NORMAL : Weight.BOLD,
            graph.name(node)));
    node.getPorts().forEach(port -> port(port, area));
  }

  private void port(ElkPort port, Area host) {
    boolean wired = !port.getIncomingEdges().isEmpty() || !port.getOutgoingEdges().isEmpty();
    double x = host.x() + port.getX();
    double y = host.y() + port.getY();
    Tone tone = wired ? Tone.FORWARD : Tone.FAINT;
    shapes.add(
        new Shape.Box(Area.at(x, y, port.getWidth(), port.getHeight()), tone, graph.target(port)));
    for (ElkLabel label : port.getLabels()) {
      shapes.add(
          new Shape.Text(
              new Point(x + label.getX(), y + label.getY() + BASELINE),
              Align.LEFT,
              wired ? Tone.PLAIN : Tone.FAINT,
              Weight.NORMAL,
              label.getText()));
    }
  }
}
