package org.hookline.dsl.diagram;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.eclipse.elk.core.math.ElkMargin;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortLabelPlacement;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.options.SizeOptions;
import org.eclipse.elk.core.util.IndividualSpacings;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.hookline.export.drawing.Shape;
import org.hookline.export.drawing.Target;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.Interface;

/** A network as a graph of ELK: hosts with their interfaces as ports, segments between them. */
final class TopologyGraph {
  private static final double PORT_SIZE = 8;
  private static final double PADDING = 12;
  private static final double ROW = 22;

  /** What stands between the ends in the name of a segment that is a link. */
  private static final String LINK = " -- ";

  /** Height of a host's name, above its ports. */
  static final double TITLE = 24;

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<Object, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<Port, ElkPort> ports = new LinkedHashMap<>();
  private final Map<Object, Target> targets = new LinkedHashMap<>();
  private final Map<ElkNode, String> names = new LinkedHashMap<>();

  TopologyGraph(Network network) {
    root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, 28.0);
    root.setProperty(CoreOptions.SPACING_PORT_PORT, ROW - PORT_SIZE);
    root.setProperty(CoreOptions.SPACING_LABEL_PORT_HORIZONTAL, 6.0);
    network.internet().ifPresent(this::internet);
    network.hosts().forEach(this::host);
    network.segments().forEach(this::segment);
    connect(network);
  }

  ElkNode root() {
    return root;
  }

  /** What a node or a port stands for. */
  Target target(Object shape) {
    return targets.getOrDefault(shape, Target.NONE);
  }

  /** The text on a node; empty on a link. */
  String name(ElkNode node) {
    return names.get(node);
  }

  private void internet(Internet internet) {
    ElkNode node = node("internet", new Target("internet", internet.origin()));
    node.setDimensions(Shape.width("internet") + 2 * PADDING, 2 * ROW);
    nodes.put(internet, node);
  }

  private void host(Host host) {
    ElkNode node = node(host.name(), new Target("host " + host.name(), host.origin()));
    node.setProperty(
        CoreOptions.NODE_SIZE_CONSTRAINTS,
        EnumSet.of(SizeConstraint.PORTS, SizeConstraint.PORT_LABELS, SizeConstraint.MINIMUM_SIZE));
    node.setProperty(
        CoreOptions.NODE_SIZE_MINIMUM,
        new KVector(Shape.width(host.name()) + 2 * PADDING, 2 * ROW));
    node.setProperty(CoreOptions.NODE_SIZE_OPTIONS, EnumSet.of(SizeOptions.ASYMMETRICAL));
    IndividualSpacings room = new IndividualSpacings();
    room.setProperty(CoreOptions.SPACING_PORTS_SURROUNDING, new ElkMargin(TITLE, 0, 4, 0));
    node.setProperty(CoreOptions.SPACING_INDIVIDUAL, room);
    node.setProperty(CoreOptions.PORT_LABELS_PLACEMENT, EnumSet.of(PortLabelPlacement.INSIDE));
    nodes.put(host, node);
    for (Interface iface : host.interfaces()) {
      if (!iface.name().equals("lo")) {
        port(node, new Port(host.name(), iface.name()), iface);
      }
    }
  }

  private void port(ElkNode node, Port name, Interface iface) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setDimensions(PORT_SIZE, PORT_SIZE);
    label(port, iface.name() + addresses(iface));
    ports.put(name, port);
    targets.put(port, new Target("port " + name, iface.origin()));
  }

  private static String addresses(Interface iface) {
    int count = iface.addresses().size();
    if (count == 0) {
      return "";
    }
    String more = count == 1 ? "" : " +" + (count - 1);
    return " " + iface.addresses().get(0).prefix() + more;
  }

  private void segment(Segment segment) {
    boolean link = segment.name().contains(LINK);
    String text = link ? "" : segment.name();
    ElkNode node = node(text, new Target("segment " + segment.name(), segment.origin()));
    node.setDimensions(link ? PORT_SIZE : Shape.width(text) + 2 * PADDING, link ? PORT_SIZE : ROW);
    nodes.put(segment.name(), node);
  }

  private ElkNode node(String text, Target target) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setIdentifier(target.element());
    names.put(node, text);
    targets.put(node, target);
    return node;
  }

  private static void label(ElkPort port, String text) {
    ElkLabel label = ElkGraphUtil.createLabel(text, port);
    label.setDimensions(Shape.width(text) + PADDING, Shape.LETTER_HEIGHT);
  }

  /** Edges lead away from the internet, or from the first host: the layers follow the distance. */
  private void connect(Network network) {
    Set<String> seen = new LinkedHashSet<>();
    Queue<String> reached = new ArrayDeque<>();
    network
        .internet()
        .ifPresent(
            internet ->
                internet
                    .attachments()
                    .forEach(a -> reach(nodes.get(internet), a.segment(), seen, reached)));
    for (Host host : network.hosts()) {
      spread(network, seen, reached);
      for (Segment segment : of(host, network)) {
        reach(port(host, segment), segment.name(), seen, reached);
      }
    }
    spread(network, seen, reached);
  }

  private void reach(
      ElkConnectableShape from, String segment, Set<String> seen, Queue<String> reached) {
    if (nodes.containsKey(segment) && seen.add(segment)) {
      ElkGraphUtil.createSimpleEdge(from, nodes.get(segment));
      reached.add(segment);
    } else if (nodes.containsKey(segment) && from instanceof ElkNode) {
      ElkGraphUtil.createSimpleEdge(from, nodes.get(segment));
    }
  }

  private void spread(Network network, Set<String> seen, Queue<String> reached) {
    while (!reached.isEmpty()) {
      String name = reached.remove();
      Segment segment =
          network.segments().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
      for (Port port : segment.ports()) {
        ElkPort end = ports.get(port);
        if (end != null && end.getOutgoingEdges().isEmpty() && end.getIncomingEdges().isEmpty()) {
          ElkGraphUtil.createSimpleEdge(nodes.get(name), end);
          Host host = network.host(port.host()).orElseThrow();
          for (Segment next : of(host, network)) {
            reach(port(host, next), next.name(), seen, reached);
          }
        }
      }
    }
  }

  private static List<Segment> of(Host host, Network network) {
    return network.segments().stream()
        .filter(s -> s.ports().stream().anyMatch(p -> p.host().equals(host.name())))
        .toList();
  }

  private ElkPort port(Host host, Segment segment) {
    return segment.ports().stream()
        .filter(p -> p.host().equals(host.name()))
        .map(ports::get)
        .findFirst()
        .orElseThrow();
  }
}
