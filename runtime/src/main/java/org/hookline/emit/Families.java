package org.hookline.emit;

import java.util.EnumSet;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.rule.PacketTable;

/**
 * Whose packets a table is for: those of IPv4, and where some rule of the table speaks of IPv6
 * those of IPv6 too. Then its rules are for both, save for what names an address or a protocol of
 * one.
 */
public final class Families {
  private Families() {}

  public static Set<Family> of(PacketTable table) {
    boolean both =
        table.chains().stream().flatMap(c -> c.rules().stream()).anyMatch(r -> r.ofIpv6());
    return both ? EnumSet.allOf(Family.class) : EnumSet.of(Family.IPV4);
  }

  /** Whether some table of a host is for IPv6. */
  static boolean sixth(Host host) {
    return host.packetTables().stream().anyMatch(t -> of(t).contains(Family.IPV6));
  }
}
