package org.hookline.check;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;

/**
 * Flows for which a property fails in one of two networks only, and so where to look for a
 * counterexample of {@code same as}.
 *
 * @param network the one in which it fails
 * @param remark what is so in one network and not in the other, for people
 * @param asked the flows that the box is a part of
 */
record Lead(Network network, String remark, Demand demand, FlowSet asked, FlowBox box) {

  /**
   * A flow of the box, replayed in the network in which it fails; empty when the flows cannot be
   * asked for alone, as those with certain TCP flags.
   */
  Optional<Counterexample> witness() {
    if (!box.others().isEmpty()) {
      return Optional.empty();
    }
    FlowSet part =
        new FlowSet(
            asked.source().in(new Narrowed(box.src())),
            box.dst(),
            List.of(new Service(box.protocol(), box.dport(), box.sport())),
            asked.origin());
    Check check = new Check("", List.of(part), List.of(demand), false, List.of(), demand.origin());
    return new Checker(network)
        .check(check).properties().stream()
            .flatMap(property -> property.counterexample().stream())
            .filter(example -> box.contains(example.packet()))
            .map(example -> example.remarked(remark))
            .findFirst();
  }

  /** The same origin with these addresses only, where it has a say in them. */
  private record Narrowed(AddressSet src) implements FlowSource.Handler<FlowSource> {
    @Override
    public FlowSource internet(Optional<AddressSet> sources) {
      return new FlowSource.FromInternet(Optional.of(src));
    }

    @Override
    public FlowSource host(String host, Optional<AddressSet> bound) {
      return new FlowSource.FromHost(host, bound.map(src::intersect));
    }

    @Override
    public FlowSource outside(Port port, Optional<AddressSet> sources) {
      return new FlowSource.FromOutside(port, Optional.of(src));
    }

    @Override
    public FlowSource any(Port port) {
      return new FlowSource.FromAny(port);
    }
  }
}
