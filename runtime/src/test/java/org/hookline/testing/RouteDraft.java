package org.hookline.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.source.Origin;

/** A route that a test writes down in iproute2's order. */
public final class RouteDraft {
  private final RouteType type;
  private final Prefix destination;
  private final List<NextHop> hops = new ArrayList<>();
  private Optional<Address> source = Optional.empty();
  private long metric;
  private int tos;

  private RouteDraft(RouteType type, Prefix destination) {
    this.type = type;
    this.destination = destination;
  }

  /** To a prefix such as {@code 10.0.0.0/8}, or to {@code default}. */
  public static RouteDraft to(String destination) {
    return of(RouteType.UNICAST, destination);
  }

  public static RouteDraft of(RouteType type, String destination) {
    boolean all = destination.equals("default");
    return new RouteDraft(type, all ? Prefix.all(Family.IPV4) : Prefix.parse(destination));
  }

  public RouteDraft via(String gateway, String dev) {
    hops.add(NextHop.via(Address.parse(gateway), dev));
    return this;
  }

  public RouteDraft via(NextHop hop) {
    hops.add(hop);
    return this;
  }

  /** The destination is on the link of the interface. */
  public RouteDraft dev(String dev) {
    hops.add(NextHop.link(dev));
    return this;
  }

  public RouteDraft source(String address) {
    source = Optional.of(Address.parse(address));
    return this;
  }

  public RouteDraft metric(long value) {
    metric = value;
    return this;
  }

  public RouteDraft tos(int value) {
    tos = value;
    return this;
  }

  Route at(Origin origin) {
    return new Route(type, destination, List.copyOf(hops), source, metric, tos, false, origin);
  }
}
