package org.hookline.check;

import static org.hookline.check.FlowReading.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.check.set.Ranges;
import org.hookline.packet.Field;
import org.hookline.packet.Headers;

/**
 * Flows as a box that can be subtracted from another one.
 *
 * @param others fields that matter beside; one that is missing has every value
 */
public record FlowBox(
    AddressSet src,
    AddressSet dst,
    Protocol protocol,
    List<PortRange> sport,
    List<PortRange> dport,
    Map<Field, Ranges> others) {

  public static FlowBox of(FailingFlows flows) {
    return new FlowBox(
        flows.src(), flows.dst(), flows.protocol(), flows.sport(), flows.dport(), flows.others());
  }

  /** The same flows with the words that people read. */
  public FailingFlows failing() {
    return new FailingFlows(src, dst, protocol, sport, dport, others, toString());
  }

  /** What is in one of the first boxes and in none of the others, as boxes again. */
  public static List<FlowBox> minus(List<FlowBox> boxes, List<FlowBox> others) {
    List<FlowBox> left = boxes;
    for (FlowBox other : others) {
      List<FlowBox> rest = new ArrayList<>();
      left.forEach(box -> rest.addAll(box.minus(other)));
      left = rest;
    }
    return left;
  }

  private List<FlowBox> minus(FlowBox other) {
    AddressSet bothSrc = src.intersect(other.src);
    AddressSet bothDst = dst.intersect(other.dst);
    List<PortRange> bothSport = Spans.intersect(sport, other.sport);
    List<PortRange> bothDport = Spans.intersect(dport, other.dport);
    boolean disjoint =
        !protocol.equals(other.protocol)
            || bothSrc.isEmpty()
            || bothDst.isEmpty()
            || bothSport.isEmpty()
            || bothDport.isEmpty()
            || fields(other).anyMatch(field -> both(other, field).isEmpty());
    if (disjoint) {
      return List.of(this);
    }
    List<FlowBox> rest = new ArrayList<>();
    rest.add(new FlowBox(src, dst.minus(bothDst), protocol, sport, dport, others));
    rest.add(new FlowBox(src.minus(bothSrc), bothDst, protocol, sport, dport, others));
    rest.add(new FlowBox(bothSrc, bothDst, protocol, sport, Spans.minus(dport, bothDport), others));
    List<PortRange> restSport = Spans.minus(sport, bothSport);
    rest.add(new FlowBox(bothSrc, bothDst, protocol, restSport, bothDport, others));
    Map<Field, Ranges> both = new LinkedHashMap<>(others);
    for (Field field : fields(other).toList()) {
      Map<Field, Ranges> without = new LinkedHashMap<>(both);
      without.put(field, values(field).minus(both(other, field)));
      rest.add(new FlowBox(bothSrc, bothDst, protocol, bothSport, bothDport, without));
      both.put(field, both(other, field));
    }
    return rest.stream().filter(box -> !box.isEmpty()).toList();
  }

  private Stream<Field> fields(FlowBox other) {
    return Stream.concat(others.keySet().stream(), other.others.keySet().stream()).distinct();
  }

  private Ranges values(Field field) {
    return others.getOrDefault(field, Ranges.of(0, field.mask()));
  }

  private Ranges both(FlowBox other, Field field) {
    return values(field).intersect(other.values(field));
  }

  /** Whether an opening packet is one of these; what {@link #others} says is not asked. */
  boolean contains(Headers packet) {
    return packet.protocol().equals(protocol)
        && src.contains(packet.src())
        && dst.contains(packet.dst())
        && sport.stream().anyMatch(range -> range.contains(packet.sport()))
        && dport.stream().anyMatch(range -> range.contains(packet.dport()));
  }

  /** How many ranges it has. */
  int pieces() {
    int more = others.values().stream().mapToInt(ranges -> ranges.list().size()).sum();
    return src.ranges().size() + dst.ranges().size() + sport.size() + dport.size() + more;
  }

  private boolean isEmpty() {
    return src.isEmpty()
        || dst.isEmpty()
        || sport.isEmpty()
        || dport.isEmpty()
        || others.values().stream().anyMatch(Ranges::isEmpty);
  }

  /** {@code tcp from 10.8.10.2 to 10.8.20.2 port 3306}; ports only where there are some. */
  @Override
  public String toString() {
    String source = src.ranges().size() > 4 ? "" : " from " + text(src);
    String ports = protocol.hasPorts() ? " port " + ports(dport) : "";
    StringBuilder text = new StringBuilder(protocol + source + " to " + text(dst));
    text.append(ports.endsWith("0-65535") ? "" : ports);
    others.forEach(
        (field, values) -> text.append(' ').append(field).append(' ').append(list(field, values)));
    return text.toString();
  }

  private static String text(AddressSet set) {
    return set.ranges().stream().map(AddressRange::toString).collect(Collectors.joining(", "));
  }

  private static String ports(List<PortRange> ranges) {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(", "));
  }
}
