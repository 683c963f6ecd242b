package org.hookline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.model.property.Property;
import org.hookline.path.Numbering;

/**
 * {@code same as}: the flows of a check in two networks. Every outcome is judged in both, and what
 * differs is the difference of two exact sets: flows that fail in one network only. Where one of
 * the sets is not known exactly, nothing is proved.
 *
 * @param demand the one that is judged
 */
record Comparison(Network network, Check check, Demand demand) {
  /** Ranges in the boxes of one set; to compare more takes longer than anybody waits. */
  private static final int COMPARED = 10_000;

  private static final String SCATTERED = "the failing flows are too scattered to be compared";

  /** The verdict, with the flows that end in another way. */
  PropertyResult with(Property.SameAs same) {
    Found all = new Found();
    check.flows().forEach(flows -> compare(same, flows, all));
    return new PropertyResult(
        demand.property().text(),
        demand.origin(),
        all.verdict(),
        all.different.stream().map(FlowBox::failing).toList(),
        all.verdict() == Verdict.REFUTED ? witness(all.leads) : Optional.empty(),
        List.copyOf(all.assumptions),
        List.copyOf(all.unknown));
  }

  /** Flows of one origin; the exceptions of another one say nothing about them. */
  private void compare(Property.SameAs same, FlowSet flows, Found all) {
    Map<Property, PropertyResult> here = outcomes(network, same.network(), flows);
    Map<Property, PropertyResult> there = outcomes(same.network(), network, flows);
    String origin = flows.source().in(ORIGIN);
    List<FlowBox> excepted =
        same.except().stream()
            .filter(except -> except.source().in(ORIGIN).equals(origin))
            .flatMap(this::boxes)
            .toList();
    List<FlowBox> different = new ArrayList<>();
    for (Map.Entry<Property, PropertyResult> one : here.entrySet()) {
      PropertyResult mine = one.getValue();
      PropertyResult theirs = there.get(one.getKey());
      all.hear(mine);
      all.hear(theirs);
      if (all.inconclusive) {
        return;
      }
      List<FlowBox> onlyMine = FlowBox.minus(failing(mine), failing(theirs));
      List<FlowBox> onlyTheirs = FlowBox.minus(failing(theirs), failing(mine));
      add(different, onlyMine);
      add(different, onlyTheirs);
      String other = "\"" + same.file() + "\"";
      Property property = one.getKey();
      for (FlowBox box : FlowBox.minus(onlyMine, excepted)) {
        String remark = "its way here; in " + other + " it is " + property.text();
        all.leads.add(new Lead(network, remark, asked(property), flows, box));
      }
      for (FlowBox box : FlowBox.minus(onlyTheirs, excepted)) {
        String remark = "its way in " + other + "; here it is " + property.text();
        all.leads.add(new Lead(same.network(), remark, asked(property), flows, box));
      }
    }
    all.different.addAll(FlowBox.minus(different, excepted));
  }

  /** The first flow that can be shown, in this file if there is one. */
  private Optional<Counterexample> witness(List<Lead> leads) {
    return leads.stream()
        .sorted(Comparator.comparing(lead -> lead.network() != network))
        .flatMap(lead -> lead.witness().stream())
        .findFirst();
  }

  /** What came out for all flows. */
  private static final class Found {
    private final List<FlowBox> different = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean inconclusive;

    void hear(PropertyResult result) {
      if (failing(result).stream().mapToInt(FlowBox::pieces).sum() > COMPARED) {
        unknown.add(SCATTERED);
      }
      assumptions.addAll(result.assumptions());
      unknown.addAll(result.unknown());
      inconclusive |= result.verdict() == Verdict.INCONCLUSIVE || !unknown.isEmpty();
    }

    Verdict verdict() {
      if (inconclusive) {
        return Verdict.INCONCLUSIVE;
      }
      if (assumptions.isEmpty()) {
        return different.isEmpty() ? Verdict.PROVED : Verdict.REFUTED;
      }
      return Verdict.ASSUMED;
    }
  }

  /** The kind and the place of an origin, whatever the addresses. */
  private static final FlowSource.Handler<String> ORIGIN =
      new FlowSource.Handler<>() {
        @Override
        public String internet(Optional<AddressSet> sources) {
          return "internet";
        }

        @Override
        public String host(String host, Optional<AddressSet> bound) {
          return "host " + host + (bound.isPresent() ? " bound" : "");
        }

        @Override
        public String outside(Port port, Optional<AddressSet> sources) {
          return "outside " + port;
        }

        @Override
        public String any(Port port) {
          return "any at " + port;
        }
      };

  /** Flows that are not among the others yet. */
  private static void add(List<FlowBox> boxes, List<FlowBox> more) {
    boxes.addAll(FlowBox.minus(more, List.copyOf(boxes)));
  }

  private static List<FlowBox> failing(PropertyResult result) {
    return result.failing().stream().map(FlowBox::of).toList();
  }

  /** What becomes of flows in one network: where they arrive, and whether they are answered. */
  private Map<Property, PropertyResult> outcomes(Network one, Network other, FlowSet flows) {
    Set<String> ends = new TreeSet<>();
    for (Network either : List.of(one, other)) {
      either.hosts().forEach(host -> ends.add(host.name()));
      Numbering.outsides(either).forEach(port -> ends.add(Numbering.outside(port)));
    }
    ends.add(Numbering.INTERNET);
    List<Demand> demands = new ArrayList<>();
    ends.forEach(end -> demands.add(asked(new Property.DeliveredTo(end))));
    demands.add(asked(new Property.Replied()));
    Check both =
        new Check(check.name(), List.of(flows), demands, false, List.of(), demand.origin());
    List<PropertyResult> results = new Checker(one).check(both).properties();
    Map<Property, PropertyResult> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < demands.size(); i++) {
      outcomes.put(demands.get(i).property(), results.get(i));
    }
    return outcomes;
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
                    service.dports(),
                    Map.of()));
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
