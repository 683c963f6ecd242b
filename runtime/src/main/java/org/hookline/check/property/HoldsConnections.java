package org.hookline.check.property;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Protocol;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.Observer;

/**
 * {@code holds N connections}: no source translation on the way has fewer tuples than that for one
 * destination. Ports stay in their class, see {@link Room}; other flows are not counted.
 */
record HoldsConnections(Property.HoldsConnections property, Site site, List<Narrow> narrow)
    implements Judge {
  private static final List<Protocol> WITH_PORTS = List.of(Protocol.TCP, Protocol.UDP);

  /** A class of ports, with the ghost that tells that its room is too small. */
  private record Narrow(Room room, Field ghost) {}

  static HoldsConnections on(Property.HoldsConnections property, Site site) {
    List<Narrow> narrow = new ArrayList<>();
    for (Room room : Room.values()) {
      narrow.add(new Narrow(room, site.ghost("narrow-" + room.ordinal(), 1)));
    }
    return new HoldsConnections(property, site, narrow);
  }

  @Override
  public List<Observer> observers() {
    List<Observer> observers = new ArrayList<>();
    for (String host : site.hosts()) {
      for (Narrow each : narrow) {
        observers.add(
            Observer.ofBinding(
                host,
                range -> each.room().tuples(range) < property.count(),
                List.of(new Effect.Set(each.ghost(), 1))));
      }
    }
    return observers;
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.and(
        narrow.stream().map(n -> Pred.not(Pred.and(Pred.is(n.ghost(), 1), of(n.room())))).toList());
  }

  /** Flows whose ports are of this class. */
  private static Pred of(Room room) {
    Pred ports = protocols(WITH_PORTS);
    Pred echo = Pred.is(Fields.FLOW_PROTO, Protocol.ICMP.number());
    return switch (room) {
      case ECHO -> echo;
      case WITHOUT_PORTS -> Pred.and(Pred.not(ports), Pred.not(echo));
      default -> Pred.and(ports, new Pred.InRange(Fields.FLOW_SPORT, room.first(), room.last()));
    };
  }

  private static Pred protocols(List<Protocol> protocols) {
    return Pred.or(protocols.stream().map(p -> Pred.is(Fields.FLOW_PROTO, p.number())).toList());
  }
}
