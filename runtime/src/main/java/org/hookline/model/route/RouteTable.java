package org.hookline.model.route;

import java.util.List;
import org.hookline.source.Origin;

/**
 * A routing table.
 *
 * @param id 1 … 2³²−1; {@link #LOCAL}, {@link #MAIN} and {@link #DEFAULT} exist on every host
 * @param routes in the order they are added
 */
public record RouteTable(String name, long id, List<Route> routes, Origin origin) {
  public static final long DEFAULT = 253;
  public static final long MAIN = 254;
  public static final long LOCAL = 255;
}
