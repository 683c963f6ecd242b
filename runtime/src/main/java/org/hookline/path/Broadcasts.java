package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Fields;

/** Destinations that mean this host among others: such packets are taken, but hardly answered. */
final class Broadcasts {
  private static final long ALL_HOSTS = 0xe0000001L;

  private static final long LIMITED = 0xffffffffL;

  private Broadcasts() {}

  /** 255.255.255.255. */
  static Pred limited() {
    return Pred.is(Fields.DST, LIMITED);
  }

  /** 224.0.0.1, which every interface has joined (RFC 1112, section 4). */
  static Pred allHosts() {
    return Pred.is(Fields.DST, ALL_HOSTS);
  }

  /** The packet in hand was sent to more hosts than this one. */
  static Pred of(HostWalk walk) {
    List<Pred> any = new ArrayList<>(List.of(limited(), allHosts()));
    walk.model().tables().stream()
        .flatMap(table -> table.routes().stream())
        .filter(route -> route.type() == RouteType.BROADCAST)
        .map(route -> route.destination())
        .filter(prefix -> prefix.family() == Family.IPV4)
        .forEach(p -> any.add(Pred.prefix(Fields.DST, p.first().low(), p.length())));
    return Pred.or(any);
  }
}
