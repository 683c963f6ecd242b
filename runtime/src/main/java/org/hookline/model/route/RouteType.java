package org.hookline.model.route;

import java.util.Locale;

/** Types of a route, with the kernel's numbers (include/uapi/linux/rtnetlink.h RTN_*). */
public enum RouteType {
  UNICAST(1),
  LOCAL(2),
  BROADCAST(3),
  BLACKHOLE(6),
  UNREACHABLE(7),
  PROHIBIT(8),
  THROW(9);

  private final int number;

  RouteType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** iproute2's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
