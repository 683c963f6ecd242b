package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/** Flows as a box that can be subtracted from another one. */
public record FlowBox(
    AddressSet src,
    AddressSet dst,
    Protocol protocol,
    List<PortRange> sport,
    List<PortRange> dport) {

  public static FlowBox of(FailingFlows flows) {
    return new FlowBox(flows.src(), flows.dst(), flows.protocol(), flows.sport(), flows.dport());
  }

  /** The same flows with the words that people read. */
  public FailingFlows failing() {
    return new FailingFlows(src, dst, protocol, sport, dport, toString());
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
            || bothDport.isEmpty();
    if (disjoint) {
      return List.of(this);
    }
    List<FlowBox> rest = new ArrayList<>();
    rest.add(new FlowBox(src, dst.minus(bothDst), protocol, sport, dport));
    rest.add(new FlowBox(src.minus(bothSrc), bothDst, protocol, sport, dport));
    rest.add(new FlowBox(bothSrc, bothDst, protocol, sport, Spans.minus(dport, bothDport)));
    rest.add(new FlowBox(bothSrc, bothDst, protocol, Spans.minus(sport, bothSport), bothDport));
    return rest.stream().filter(box -> !box.isEmpty()).toList();
  }

  private boolean isEmpty() {
    return src.isEmpty() || dst.isEmpty() || sport.isEmpty() || dport.isEmpty();
  }

  /** {@code tcp from 10.8.10.2 to 10.8.20.2 port 3306}; ports only where there are some. */
  @Override
  public String toString() {
    String source = src.ranges().size() > 4 ? "" : " from " + text(src);
    String ports = protocol.hasPorts() ? " port " + ports(dport) : "";
    return protocol + source + " to " + text(dst) + (ports.endsWith("0-65535") ? "" : ports);
  }

  private static String text(AddressSet set) {
    return set.ranges().stream().map(AddressRange::toString).collect(Collectors.joining(", "));
  }

  private static String ports(List<PortRange> ranges) {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(", "));
  }
}
