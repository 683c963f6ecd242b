package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

  private static final List<Field> SHOWN_APART =
      List.of(Fields.SRC, Fields.DST, Fields.SPORT, Fields.DPORT);

  /** More do not help a reader; all of them are in the machine-readable result. */
  private static final int SHOWN = 12;

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

  /** Boxes whose union is the set, or a part of it that is not {@link PacketSet#readable}. */
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
        others(box),
        text(box, question));
  }

  /** Only those that say something: networks that ask less than others have fewer open fields. */
  private static Map<Field, Ranges> others(Box box) {
    Map<Field, Ranges> others = new LinkedHashMap<>();
    for (Field field : box.fields()) {
      if (!SHOWN_APART.contains(field) && !box.outside(field).isEmpty()) {
        others.put(field, box.values(field));
      }
    }
    return others;
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

  static String list(Field field, Ranges ranges) {
    if (field.equals(Fields.SRC) || field.equals(Fields.DST)) {
      return list(addresses(ranges).ranges());
    }
    return field.equals(Fields.TCP_FLAGS) ? list(flags(ranges)) : list(ranges.list());
  }

  /** Neighbouring numbers have little to do with each other here: each stands for itself. */
  private static List<String> flags(Ranges ranges) {
    return ranges.list().stream()
        .flatMap(r -> LongStream.rangeClosed(r.first(), r.last()).boxed())
        .map(TcpFlags::letters)
        .map(letters -> letters.isEmpty() ? "none" : letters)
        .toList();
  }

  private static String list(List<?> items) {
    String shown =
        items.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    return items.size() > SHOWN ? shown + ", +" + (items.size() - SHOWN) + " more" : shown;
  }

  /** What must come out for an assumed property to hold. */
  String text(Assumption assumption) {
    String what = assumption.draw().choice().id();
    return assumption.outcomes().isEmpty()
        ? what + ": no outcome serves all flows"
        : what + " is " + assumption.outcomes();
  }
}
