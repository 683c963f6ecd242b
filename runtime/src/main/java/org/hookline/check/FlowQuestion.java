package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Sysctls;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.path.Numbering;
import org.hookline.path.Paths;

/**
 * A flow set of one protocol as both interpreters take it: where packets start, what is known of
 * them, and which are meant.
 */
public record FlowQuestion(
    Protocol protocol, Label start, Map<Field, InputSpec> inputs, Pred flow) {

  private static final int ECHO_REQUEST = 8;

  /** The questions of a flow set, one a protocol, in the order in which the protocols are named. */
  public static List<FlowQuestion> of(FlowSet set, Network network, Paths paths) {
    Map<Protocol, List<Service>> services = new LinkedHashMap<>();
    for (Service service : set.services()) {
      services.computeIfAbsent(service.protocol(), p -> new ArrayList<>()).add(service);
    }
    List<FlowQuestion> questions = new ArrayList<>();
    services.forEach(
        (protocol, asked) -> questions.add(of(set, protocol, asked, new Net(network, paths))));
    return questions;
  }

  private record Net(Network network, Paths paths) {}

  private static FlowQuestion of(FlowSet set, Protocol protocol, List<Service> services, Net net) {
    boolean anything = set.source() instanceof FlowSource.FromAny;
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.DPORT, InputSpec.ANY);
    inputs.put(Fields.SPORT, InputSpec.ANY);
    inputs.put(Fields.PROTO, InputSpec.exactly(protocol.number()));
    Origins origins = origins(set.source(), net);
    inputs.put(Fields.TTL, InputSpec.exactly(origins.timeToLive()));
    if (protocol.equals(Protocol.TCP)) {
      inputs.put(Fields.TCP_FLAGS, anything ? InputSpec.ANY : InputSpec.exactly(TcpFlags.SYN));
    }
    if (protocol.equals(Protocol.ICMP)) {
      inputs.put(Fields.ICMP_TYPE, InputSpec.exactly(ECHO_REQUEST));
    }
    Pred length = Pred.TRUE;
    if (net.network().needsLength()) {
      inputs.put(Fields.LENGTH, InputSpec.ANY);
      length = length(protocol, anything);
    }
    Pred asked =
        Pred.and(
            length,
            Addresses.in(Fields.DST, set.destinations()),
            Addresses.in(Fields.SRC, origins.addresses()),
            Pred.or(services.stream().map(FlowQuestion::service).toList()));
    return new FlowQuestion(protocol, origins.start(), inputs, asked);
  }

  private static Pred service(Service service) {
    if (!service.protocol().hasPorts()) {
      boolean echo = service.protocol().equals(Protocol.ICMP);
      Pred noDestination = Pred.is(Fields.DPORT, 0);
      return echo ? noDestination : Pred.and(noDestination, Pred.is(Fields.SPORT, 0));
    }
    return Pred.and(in(Fields.DPORT, service.dports()), in(Fields.SPORT, service.sports()));
  }

  /**
   * How long an opening packet can be: its headers decide how short, and a SYN of a socket has no
   * data.
   */
  private static Pred length(Protocol protocol, boolean anything) {
    boolean tcp = protocol.equals(Protocol.TCP);
    boolean brief = protocol.equals(Protocol.UDP) || protocol.equals(Protocol.ICMP);
    int least = tcp ? 40 : brief ? 28 : 20;
    return new Pred.InRange(Fields.LENGTH, least, tcp && !anything ? 60 : 65535);
  }

  private static Pred in(Field field, List<PortRange> ports) {
    if (ports.contains(PortRange.ANY)) {
      return Pred.TRUE;
    }
    return Pred.or(
        ports.stream().map(p -> (Pred) new Pred.InRange(field, p.first(), p.last())).toList());
  }

  /** Where packets start, and which sources they may have. */
  private record Origins(Label start, AddressSet addresses, int timeToLive) {
    Origins(Label start, AddressSet addresses) {
      this(start, addresses, Sysctls.NONE.timeToLive());
    }
  }

  private static Origins origins(FlowSource source, Net net) {
    AddressSet all = AddressSet.all(Family.IPV4);
    Paths paths = net.paths();
    return source.in(
        new FlowSource.Handler<>() {
          @Override
          public Origins internet(Optional<AddressSet> sources) {
            AddressSet own = net.network().internetAddresses();
            Label start = paths.openAt(Numbering.INTERNET).orElseThrow();
            return new Origins(start, own.intersect(sources.orElse(all)));
          }

          @Override
          public Origins host(String host, Optional<AddressSet> bound) {
            Optional<Label> start = bound.isPresent() ? paths.openAt(host) : paths.connectAt(host);
            int timeToLive = net.network().host(host).orElseThrow().sysctls().timeToLive();
            return new Origins(start.orElseThrow(), bound.orElse(all), timeToLive);
          }

          @Override
          public Origins outside(Port port, Optional<AddressSet> sources) {
            Label start = paths.openAt(Numbering.outside(port)).orElseThrow();
            return new Origins(start, sources.orElse(all));
          }

          @Override
          public Origins any(Port port) {
            return new Origins(paths.injectAt(port).orElseThrow(), all);
          }
        });
  }
}
