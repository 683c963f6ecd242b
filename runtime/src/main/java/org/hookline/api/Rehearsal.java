package org.hookline.api;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.check.CheckResult;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Sysctls;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.model.property.Property;
import org.hookline.source.Origin;

/**
 * A small check that nobody asked for. The first check of a process waits for the engine's classes
 * to be loaded and linked; whoever knows that one will come can have that done while its text is
 * still being read.
 */
public final class Rehearsal {
  private static final Prefix OWN = Prefix.parse("192.0.2.1/24");

  private Rehearsal() {}

  /** Refuted, so that the simulator has replayed a counterexample as well. */
  public static CheckResult play() {
    Network network =
        new Network(List.of(host()), List.of(), Optional.empty(), List.of(), List.of());
    return Hookline.of(network).check(check());
  }

  private static Host host() {
    Interface card =
        new Interface(
            "eth0",
            new InterfaceKind.Physical(),
            List.of(new InterfaceAddress(OWN, Origin.NONE)),
            Optional.empty(),
            0,
            true,
            Origin.NONE);
    List<Interface> interfaces = List.of(KernelEntries.loopback(), card);
    return new Host(
        "stage",
        KernelProfile.DEFAULT,
        Sysctls.NONE,
        interfaces,
        KernelEntries.tables(interfaces, KernelProfile.DEFAULT),
        KernelEntries.rules(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Origin.NONE);
  }

  private static Check check() {
    Address own = OWN.address();
    FlowSet flows =
        new FlowSet(
            new FlowSource.FromOutside(new Port("stage", "eth0"), Optional.empty()),
            new AddressSet(List.of(new AddressRange(own, own))),
            List.of(new Service(Protocol.TCP, List.of(PortRange.of(80)), List.of(PortRange.ANY))),
            Origin.NONE);
    return new Check(
        "rehearsal",
        List.of(flows),
        List.of(
            new Demand(new Property.DeliveredTo("stage"), Origin.NONE),
            new Demand(new Property.Replied(), Origin.NONE)),
        false,
        List.of(),
        Origin.NONE);
  }
}
