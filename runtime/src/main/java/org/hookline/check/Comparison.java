package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.model.property.Property;

/**
 * {@code same as}: the flows of a check in two networks. Every outcome is judged in both, and what
 * differs is the difference of two exact sets: flows that fail in one network only.
 *
 * @param demand the one that is judged
 */
record Comparison(Network network, Check check, Demand demand) {

  /** The verdict, with the flows that end in another way. */
  PropertyResult with(Property.SameAs same) {
    Map<String, PropertyResult> here = outcomes(network, same.network());
    Map<String, PropertyResult> there = outcomes(same.network(), network);
    List<FlowBox> excepted = same.except().stream().flatMap(this::boxes).toList();
    List<FlowBox> different = new ArrayList<>();
    Set<String> assumptions = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    boolean inconclusive = false;
    for (Map.Entry<String, PropertyResult> one : here.entrySet()) {
      PropertyResult mine = one.getValue();
      PropertyResult theirs = there.get(one.getKey());
      assumptions.addAll(mine.assumptions());
      assumptions.addAll(theirs.assumptions());
      unknown.addAll(mine.unknown());
      unknown.addAll(theirs.unknown());
      inconclusive |= mine.verdict() == Verdict.INCONCLUSIVE;
      inconclusive |= theirs.verdict() == Verdict.INCONCLUSIVE;
      add(different, FlowBox.minus(failing(mine), failing(theirs)));
      add(different, FlowBox.minus(failing(theirs), failing(mine)));
    }
    List<FlowBox> left = FlowBox.minus(different, excepted);
    return new PropertyResult(
        demand.property().text(),
        demand.origin(),
        verdict(inconclusive, left.isEmpty(), assumptions.isEmpty()),
        left.stream().map(FlowBox::failing).toList(),
        Optional.empty(),
        List.copyOf(assumptions),
        List.copyOf(unknown));
  }

  private static Verdict verdict(boolean inconclusive, boolean equal, boolean certain) {
    if (inconclusive) {
      return Verdict.INCONCLUSIVE;
    }
    if (certain) {
      return equal ? Verdict.PROVED : Verdict.REFUTED;
    }
    return Verdict.ASSUMED;
  }

  /** Flows that are not among the others yet. */
  private static void add(List<FlowBox> boxes, List<FlowBox> more) {
    boxes.addAll(FlowBox.minus(more, List.copyOf(boxes)));
  }

  private static List<FlowBox> failing(PropertyResult result) {
    return result.failing().stream().map(FlowBox::of).toList();
  }

  /** What becomes of the flows in one network: where they arrive, and whether they are answered. */
  private Map<String, PropertyResult> outcomes(Network one, Network other) {
    Set<String> hosts = new LinkedHashSet<>();
    one.hosts().stream().map(Host::name).forEach(hosts::add);
    other.hosts().stream().map(Host::name).forEach(hosts::add);
    List<Demand> demands = new ArrayList<>();
    hosts.stream().sorted().forEach(host -> demands.add(asked(new Property.DeliveredTo(host))));
    demands.add(asked(new Property.DeliveredTo("internet")));
    demands.add(asked(new Property.Replied()));
    Check both = new Check(check.name(), check.flows(), demands, false, List.of(), demand.origin());
    Map<String, PropertyResult> byName = new LinkedHashMap<>();
    new Checker(one).check(both).properties().forEach(p -> byName.put(p.name(), p));
    return byName;
  }

  private Demand asked(Property property) {
    return new Demand(property, demand.origin());
  }

  private Stream<FlowBox> boxes(FlowSet flows) {
    AddressSet sources = flows.source().in(new Sources(network));
    return flows.services().stream()
        .map(
            (Service service) ->
                new FlowBox(
                    sources,
                    flows.destinations(),
                    service.protocol(),
                    service.sports(),
                    service.dports()));
  }

  /** The addresses that an excepted flow may come from. */
  private record Sources(Network network) implements FlowSource.Handler<AddressSet> {
    @Override
    public AddressSet internet(Optional<AddressSet> sources) {
      AddressSet own = network.internetAddresses();
      return sources.map(own::intersect).orElse(own);
    }

    @Override
    public AddressSet host(String host, Optional<AddressSet> bound) {
      return bound.orElse(AddressSet.all(Family.IPV4));
    }

    @Override
    public AddressSet outside(Port port, Optional<AddressSet> sources) {
      return sources.orElse(AddressSet.all(Family.IPV4));
    }

    @Override
    public AddressSet any(Port port) {
      return AddressSet.all(Family.IPV4);
    }
  }
}
