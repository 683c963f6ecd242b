package org.hookline.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.check.FlowQuestion;
import org.hookline.check.InputSpec;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Addresses;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.path.Numbering;
import org.hookline.path.Paths;

/** Random sets of flows through a network, from everybody who can send. */
public final class RandomFlows {
  private final Network network;
  private final Paths paths;
  private final Pool pool;

  public RandomFlows(Network network, Paths paths, long seed) {
    this.network = network;
    this.paths = paths;
    this.pool = new Pool(seed);
  }

  /** Where flows start, and what their source address may be. */
  private record Origin(Label label, InputSpec source, AddressSet sources, boolean wild) {}

  /** One more set of flows. */
  public FlowQuestion next() {
    Protocol protocol =
        pool.any(Protocol.TCP, Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.ICMP);
    Origin origin = pool.any(origins());
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, origin.source());
    boolean ports = protocol.hasPorts();
    inputs.put(Fields.DPORT, ports ? InputSpec.ANY : InputSpec.exactly(0));
    inputs.put(Fields.SPORT, InputSpec.ANY);
    inputs.put(Fields.PROTO, InputSpec.exactly(protocol.number()));
    inputs.put(Fields.TTL, InputSpec.exactly(pool.any(64L, 64L, 64L, 3L)));
    if (protocol.equals(Protocol.TCP)) {
      boolean any = origin.wild() && pool.onceIn(3);
      inputs.put(Fields.TCP_FLAGS, any ? InputSpec.ANY : InputSpec.exactly(TcpFlags.SYN));
    }
    if (protocol.equals(Protocol.ICMP)) {
      inputs.put(Fields.ICMP_TYPE, InputSpec.exactly(8));
    }
    if (!origin.wild() && pool.onceIn(4)) {
      inputs.put(Fields.MARK, InputSpec.exactly(pool.mark().value()));
    }
    if (pool.onceIn(4)) {
      inputs.put(Fields.TOS, InputSpec.exactly(pool.any(8L, 16L)));
    }
    Pred flow =
        Pred.and(
            Addresses.in(Fields.DST, destinations()), Addresses.in(Fields.SRC, origin.sources()));
    return new FlowQuestion(protocol, origin.label(), inputs, flow);
  }

  private List<Origin> origins() {
    AddressSet all = AddressSet.all(Family.IPV4);
    List<Origin> origins = new ArrayList<>();
    paths
        .openAt(Numbering.INTERNET)
        .ifPresent(
            label -> {
              Origin internet =
                  new Origin(label, InputSpec.ANY, network.internetAddresses(), false);
              origins.add(internet);
              origins.add(internet);
            });
    for (Host host : network.hosts()) {
      Label unbound = paths.connectAt(host.name()).orElseThrow();
      origins.add(new Origin(unbound, InputSpec.exactly(0), all, false));
      Label bound = paths.openAt(host.name()).orElseThrow();
      origins.add(new Origin(bound, InputSpec.ANY, own(host), false));
      String outer = pool.any(host.interfaces().subList(1, host.interfaces().size())).name();
      Port port = new Port(host.name(), outer);
      if (network.segmentOf(port).isEmpty()) {
        Label outside = paths.openAt(Numbering.outside(port)).orElseThrow();
        origins.add(new Origin(outside, InputSpec.ANY, all, false));
      }
      if (pool.onceIn(3)) {
        origins.add(new Origin(paths.injectAt(port).orElseThrow(), InputSpec.ANY, all, true));
      }
    }
    return origins;
  }

  private static AddressSet own(Host host) {
    return AddressSet.ofPrefixes(
        host.interfaces().stream()
            .flatMap(i -> i.addresses().stream())
            .map(a -> Prefix.host(a.prefix().address()))
            .toList());
  }

  /** What destination NAT listens to. */
  private AddressSet published() {
    AddressSet published = AddressSet.EMPTY;
    for (Host host : network.hosts()) {
      List<Rule> rules =
          host.packetTable(TableName.NAT).flatMap(t -> t.chain("PREROUTING")).stream()
              .flatMap(c -> c.rules().stream())
              .toList();
      for (Rule rule : rules) {
        for (Match match : rule.matches()) {
          if (match instanceof Daddr daddr && !daddr.negated()) {
            published = published.union(daddr.addresses());
          }
        }
      }
    }
    return published;
  }

  /** Mostly around what exists: a random address is nobody's. */
  private AddressSet destinations() {
    if (pool.onceIn(5)) {
      return AddressSet.all(Family.IPV4);
    }
    AddressSet known = pool.onceIn(6) ? AddressSet.EMPTY : published();
    if (!known.isEmpty() && !pool.onceIn(6)) {
      return known;
    }
    for (Host host : network.hosts()) {
      if (!pool.onceIn(4)) {
        known = known.union(own(host));
      }
    }
    if (known.isEmpty() || pool.onceIn(3)) {
      Address first = Address.parse(pool.any("8.8.8.0", "51.0.1.0", "10.0.1.0", "80.0.0.250"));
      known = known.union(AddressSet.of(new AddressRange(first, first.plus(6))));
    }
    return known;
  }
}
