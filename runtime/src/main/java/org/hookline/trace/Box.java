package org.hookline.trace;

/** The boxes of the netfilter diagram that a packet passes in a host, and what surrounds them. */
public enum Box {
  INGRESS,
  PREROUTING,
  /** The routing decision on what came in, source validation included. */
  ROUTE,
  INPUT,
  FORWARD,
  /** Sockets, and what the kernel answers by itself. */
  SOCKET,
  /** The routing decision on what this host sends. */
  ROUTE_OUT,
  OUTPUT,
  POSTROUTING,
  /** Neighbour resolution and the wire. */
  EGRESS
}
