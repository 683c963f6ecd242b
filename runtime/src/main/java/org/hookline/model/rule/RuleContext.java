package org.hookline.model.rule;

import java.util.List;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.Route;

/** What a match or target may ask about the host and place it is lowered for. */
public interface RuleContext {

  /** Number of the host in the graph. */
  int host();

  /** Interfaces of the host, in order. */
  List<Interface> interfaces();

  /** Number of an interface in the graph; 0 when the host has none of this name. */
  int numberOf(String iface);

  /** A choice of this rule; {@code what} tells several of one rule apart. */
  Choice choice(String what, Choice.Kind kind, Choice.Span span, int width);

  /** Whether the packet has a connection that a rule may ask about, or act on. */
  Pred connected();

  /** What observers want written down where a rule binds the source of a connection. */
  List<Effect> bound(NatRange range);

  /** The entries of table local. */
  List<Route> localRoutes();

  /** Whether the route in the {@code route.*} registers uses the interface of arrival. */
  Pred routeUsesArrival();
}
