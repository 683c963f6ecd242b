package org.hookline.dsl.lower;

import java.util.List;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.PortItem;
import org.hookline.dsl.hookline.ServiceItem;
import org.hookline.dsl.hookline.ServicePart;
import org.hookline.dsl.hookline.ServiceReference;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.flow.Service;

/** What is asked for, by name or written out. */
final class Services {
  private static final List<PortRange> ALL_PORTS = List.of(PortRange.ANY);

  /** TCP, UDP and ICMP echo on all ports: the service {@code any}. */
  static final List<Service> ANY =
      List.of(all(Protocol.TCP), all(Protocol.UDP), all(Protocol.ICMP));

  private Services() {}

  private static Service all(Protocol protocol) {
    return new Service(protocol, ALL_PORTS, ALL_PORTS);
  }

  /** One service for each protocol part. */
  static List<Service> of(ServiceItem item) {
    return new HooklineSwitch<List<Service>>() {
      @Override
      public List<Service> caseServiceReference(ServiceReference reference) {
        return reference.getService().getParts().stream().map(Services::part).toList();
      }

      @Override
      public List<Service> caseServicePart(ServicePart part) {
        return List.of(part(part));
      }
    }.doSwitch(item);
  }

  private static Service part(ServicePart part) {
    Protocol protocol = Words.PROTOCOL.read(part.getProtocol());
    return new Service(
        protocol, ports(part.getPorts(), protocol), ports(part.getSports(), protocol));
  }

  private static List<PortRange> ports(List<PortItem> items, Protocol protocol) {
    return items.isEmpty() ? ALL_PORTS : Operands.ports(items, protocol);
  }
}
