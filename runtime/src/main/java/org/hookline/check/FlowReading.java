package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.check.set.Ranges;
import org.hookline.model.Network;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/** Sets of flows in the user's terms. */
final class FlowReading {
  /** Hosts that everybody knows are on the internet. */
  private static final List<Long> FAMILIAR = List.of(0x08080808L, 0x01010101L);

  private final Network network;

  FlowReading(Network network) {
    this.network = network;
  }

  /** Ordinary ports, and sources that the file's simulations speak of before others. */
  Preferences preferences() {
    List<Long> sources = new ArrayList<>();
    network.simulations().stream()
        .flatMap(s -> s.actions().stream())
        .flatMap(a -> a.source().stream())
        .map(Address::low)
        .forEach(sources::add);
    sources.addAll(FAMILIAR);
    return Preferences.ORDINARY.prefer(Fields.SRC, sources);
  }

  /** Boxes whose union is exactly the set. */
  List<FailingFlows> boxes(PacketSet flows, FlowQuestion question) {
    return flows.boxes().stream().map(box -> flows(box, question)).toList();
  }

  private static FailingFlows flows(Box box, FlowQuestion question) {
    return new FailingFlows(
        addresses(box.values(Fields.SRC)),
        addresses(box.values(Fields.DST)),
        question.protocol(),
        ports(box.values(Fields.SPORT)),
        ports(box.values(Fields.DPORT)),
        text(box, question));
  }

  private static AddressSet addresses(Ranges ranges) {
    return new AddressSet(
        ranges.list().stream()
            .map(r -> new AddressRange(Address.ipv4(r.first()), Address.ipv4(r.last())))
            .toList());
  }

  private static List<PortRange> ports(Ranges ranges) {
    return ranges.list().stream().map(r -> new PortRange((int) r.first(), (int) r.last())).toList();
  }

  private static String text(Box box, FlowQuestion question) {
    List<String> parts = new ArrayList<>();
    for (Field field : box.fields()) {
      Ranges outside = box.outside(field);
      if (!outside.isEmpty()) {
        Ranges inside = box.values(field);
        boolean but = outside.list().size() < inside.list().size();
        parts.add(field + " " + (but ? "any but " + list(field, outside) : list(field, inside)));
      }
    }
    return parts.isEmpty() ? "every " + question.protocol() + " flow" : String.join(", ", parts);
  }

  private static String list(Field field, Ranges ranges) {
    if (field.equals(Fields.SRC) || field.equals(Fields.DST)) {
      return addresses(ranges).ranges().stream()
          .map(AddressRange::toString)
          .collect(Collectors.joining(", "));
    }
    if (field.equals(Fields.TCP_FLAGS)) {
      return ranges.list().stream()
          .map(r -> TcpFlags.letters(r.first()) + (r.first() == r.last() ? "" : " …"))
          .collect(Collectors.joining(", "));
    }
    return ports(ranges).stream().map(PortRange::toString).collect(Collectors.joining(", "));
  }

  /** What must come out for an assumed property to hold. */
  String text(Assumption assumption) {
    String what = assumption.draw().choice().id();
    return assumption.outcomes().isEmpty()
        ? what + ": no outcome serves all flows"
        : what + " is " + assumption.outcomes();
  }
}
