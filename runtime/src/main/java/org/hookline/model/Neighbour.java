package org.hookline.model;

import org.hookline.addr.Address;
import org.hookline.addr.Mac;
import org.hookline.source.Origin;

/** A permanent neighbour entry: {@code ip neigh add ADDRESS lladdr MAC dev DEV}. */
public record Neighbour(Address address, Mac mac, String dev, Origin origin) {}
