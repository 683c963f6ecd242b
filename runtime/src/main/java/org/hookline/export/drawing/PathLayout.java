package org.hookline.export.drawing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hookline.trace.Box;

/**
 * Where the boxes of the netfilter diagram lie, and which stages are in each, in their order.
 *
 * <pre>
 *  what is said            process
 *  about the step           ▲       │
 *                         INPUT   ROUTE ──► OUTPUT
 *                           ▲                 │
 *  INGRESS ─► PREROUTING ─► ROUTE ─► FORWARD ─► POSTROUTING ─► EGRESS
 * </pre>
 *
 * <p>kernel: include/uapi/linux/netfilter_ipv4.h enum nf_ip_hook_priorities
 */
final class PathLayout {
  static final double WIDTH = 908;
  static final double HEIGHT = 376;

  private static final double LEFT = 50;
  private static final double COLUMN = 138;
  private static final double BOX_WIDTH = 118;
  private static final double STAGE_HEIGHT = 18;
  private static final double TITLE_HEIGHT = 22;
  private static final double PROCESS_Y = 34;
  private static final double PROCESS_HEIGHT = 32;
  private static final double UPPER_Y = 90;
  private static final double UPPER_HEIGHT = 138;
  private static final double LOWER_Y = 254;
  private static final double LOWER_HEIGHT = 102;

  /** The corner above the way in, which no box needs: what is said about the step is there. */
  static final Area CAPTION = Area.at(16, 36, LEFT + 2 * COLUMN - 28, LOWER_Y - 36 - STAGE_HEIGHT);

  private static final Map<Box, Area> AREAS = areas();

  private static final Map<Box, List<String>> STAGES =
      Map.of(
          Box.INGRESS, List.of(),
          Box.PREROUTING, List.of("raw", "conntrack", "mangle", "nat"),
          Box.ROUTE, List.of("ip rule", "table", "rp_filter", "forwarding"),
          Box.INPUT, List.of("mangle", "filter", "security", "nat", "conntrack"),
          Box.FORWARD, List.of("forward", "mangle", "filter", "security"),
          Box.SOCKET, List.of(),
          Box.ROUTE_OUT, List.of("ip rule", "table"),
          Box.OUTPUT, List.of("raw", "conntrack", "mangle", "nat", "filter", "security"),
          Box.POSTROUTING, List.of("mangle", "nat", "conntrack"),
          Box.EGRESS, List.of("neighbour"));

  private static final Map<Box, String> TITLES =
      Map.of(
          Box.INGRESS, "ingress",
          Box.PREROUTING, "PREROUTING",
          Box.ROUTE, "routing",
          Box.INPUT, "INPUT",
          Box.FORWARD, "FORWARD",
          Box.SOCKET, "sockets",
          Box.ROUTE_OUT, "routing",
          Box.OUTPUT, "OUTPUT",
          Box.POSTROUTING, "POSTROUTING",
          Box.EGRESS, "egress");

  private PathLayout() {}

  private static Map<Box, Area> areas() {
    Map<Box, Area> areas = new EnumMap<>(Box.class);
    lower(areas, Box.INGRESS, 0);
    lower(areas, Box.PREROUTING, 1);
    lower(areas, Box.ROUTE, 2);
    lower(areas, Box.FORWARD, 3);
    lower(areas, Box.POSTROUTING, 4);
    lower(areas, Box.EGRESS, 5);
    upper(areas, Box.INPUT, 2);
    upper(areas, Box.ROUTE_OUT, 3);
    upper(areas, Box.OUTPUT, 4);
    areas.put(
        Box.SOCKET, Area.at(LEFT + 2 * COLUMN, PROCESS_Y, COLUMN + BOX_WIDTH, PROCESS_HEIGHT));
    return areas;
  }

  private static void lower(Map<Box, Area> areas, Box box, int column) {
    areas.put(box, Area.at(LEFT + column * COLUMN, LOWER_Y, BOX_WIDTH, LOWER_HEIGHT));
  }

  private static void upper(Map<Box, Area> areas, Box box, int column) {
    areas.put(box, Area.at(LEFT + column * COLUMN, UPPER_Y, BOX_WIDTH, UPPER_HEIGHT));
  }

  static Area area(Box box) {
    return AREAS.get(box);
  }

  static String title(Box box) {
    return TITLES.get(box);
  }

  /** The stages of a box, in order. */
  static List<String> stages(Box box) {
    return STAGES.get(box);
  }

  /** Where a stage of a box lies; behind the last one for a stage that the box does not show. */
  static Area stage(Box box, int index) {
    Area area = area(box);
    double y = area.y() + TITLE_HEIGHT + index * STAGE_HEIGHT;
    return Area.at(area.x() + 6, y, area.width() - 12, STAGE_HEIGHT - 2);
  }

  /**
   * The position of a step's stage among those of its box; -1 when it has no line of its own.
   *
   * @param stage as traces name it: {@code nat PREROUTING}, {@code ip rule 32766}
   */
  static int indexOf(Box box, String stage) {
    List<String> stages = stages(box);
    for (int i = 0; i < stages.size(); i++) {
      String name = stages.get(i);
      if (stage.equals(name) || stage.startsWith(name + " ")) {
        return i;
      }
    }
    boolean source = stage.equals("way back") || stage.equals("martian");
    return source ? stages.indexOf("rp_filter") : -1;
  }
}
