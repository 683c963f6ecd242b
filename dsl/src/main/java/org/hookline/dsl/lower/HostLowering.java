package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.dsl.hookline.FrameTableBlock;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceAmendment;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.InterfaceProperty;
import org.hookline.dsl.hookline.Kernel;
import org.hookline.dsl.hookline.ListenerDeclaration;
import org.hookline.dsl.hookline.ListenerRemoval;
import org.hookline.dsl.hookline.NeighbourEntry;
import org.hookline.dsl.hookline.NeighbourRemoval;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.RpFilterProperty;
import org.hookline.dsl.hookline.ServiceItem;
import org.hookline.dsl.hookline.Sysctl;
import org.hookline.dsl.hookline.SysctlRemoval;
import org.hookline.dsl.hookline.UnmodelledElement;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Neighbour;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.Unmodelled;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.source.Origin;

/** One host: its declaration and its amendments, applied in text order. */
final class HostLowering extends HooklineSwitch<Boolean> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Origins origins;
  private final Removals removals;
  private final TreeMap<String, Setting> settings = new TreeMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final List<Neighbour> neighbours = new ArrayList<>();
  private final List<Unmodelled> unmodelled = new ArrayList<>();
  private KernelProfile kernel = KernelProfile.DEFAULT;

  HostLowering(Origins origins, Removals removals) {
    this.origins = origins;
    this.removals = removals;
  }

  Host lower(HostDeclaration host, List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    List<Interface> interfaces = new InterfaceLowering(origins, removals).lower(elements);
    return new Host(
        host.getName(),
        kernel,
        new Sysctls(settings),
        interfaces,
        new RouteLowering(interfaces, origins, removals).lower(elements),
        new RuleLowering(origins, removals).lower(elements),
        new PacketTableLowering(origins, removals).lower(elements),
        List.copyOf(listeners),
        List.copyOf(neighbours),
        List.copyOf(unmodelled),
        origins.of(host));
  }

  @Override
  public Boolean caseKernel(Kernel element) {
    kernel = new KernelProfile(Words.KERNEL.read(element.getVersion()));
    return true;
  }

  @Override
  public Boolean caseSysctl(Sysctl sysctl) {
    settings.put(sysctl.getKey(), new Setting(sysctl.getValue(), origins.whole(sysctl)));
    return true;
  }

  @Override
  public Boolean caseSysctlRemoval(SysctlRemoval removal) {
    if (settings.remove(removal.getKey()) == null) {
      removals.nothing(removal);
    }
    return true;
  }

  /** Of an interface only what is a sysctl in truth: {@code rp_filter}. */
  @Override
  public Boolean caseInterfaceDeclaration(InterfaceDeclaration declaration) {
    rpFilter(declaration.getName(), declaration.getProperties());
    return true;
  }

  @Override
  public Boolean caseInterfaceAmendment(InterfaceAmendment amendment) {
    rpFilter(amendment.getIface().getName(), amendment.getProperties());
    return true;
  }

  private void rpFilter(String iface, List<InterfaceProperty> properties) {
    for (InterfaceProperty property : properties) {
      new HooklineSwitch<Boolean>() {
        @Override
        public Boolean caseRpFilterProperty(RpFilterProperty filter) {
          String key = "net.ipv4.conf." + iface.replace('.', '/') + ".rp_filter";
          String value = String.valueOf(Words.RP_FILTER.read(filter.getMode()));
          settings.put(key, new Setting(value, origins.whole(filter)));
          return true;
        }
      }.doSwitch(property);
    }
  }

  @Override
  public Boolean caseListenerDeclaration(ListenerDeclaration declaration) {
    Origin origin = origins.whole(declaration);
    listeners.addAll(listeners(declaration.getService(), declaration.getAddresses(), origin));
    return true;
  }

  @Override
  public Boolean caseListenerRemoval(ListenerRemoval removal) {
    for (Listener wanted : listeners(removal.getService(), removal.getAddresses(), Origin.NONE)) {
      if (!listeners.removeIf(listener -> same(listener, wanted))) {
        removals.nothing(removal);
      }
    }
    return true;
  }

  private static boolean same(Listener a, Listener b) {
    return a.protocol().equals(b.protocol())
        && a.address().equals(b.address())
        && a.ports().equals(b.ports());
  }

  /** One listener for each protocol and bound address. */
  private static List<Listener> listeners(
      ServiceItem service, List<String> addresses, Origin origin) {
    List<Listener> result = new ArrayList<>();
    for (Service part : Services.of(service)) {
      if (addresses.isEmpty()) {
        result.add(new Listener(part.protocol(), Optional.empty(), part.dports(), origin));
      }
      for (String address : addresses) {
        Optional<Address> bound = Optional.of(Words.ADDRESS.read(address));
        result.add(new Listener(part.protocol(), bound, part.dports(), origin));
      }
    }
    return result;
  }

  @Override
  public Boolean caseNeighbourEntry(NeighbourEntry entry) {
    neighbours.add(
        new Neighbour(
            Words.ADDRESS.read(entry.getAddress()),
            Words.MAC.read(entry.getMac()),
            entry.getDev().getName(),
            origins.whole(entry)));
    return true;
  }

  @Override
  public Boolean caseUnmodelledElement(UnmodelledElement element) {
    String why = element.getReason() == null ? "nobody says why" : element.getReason();
    unmodelled.add(new Unmodelled(element.getText(), why, origins.whole(element)));
    return true;
  }

  @Override
  public Boolean caseFrameTableBlock(FrameTableBlock table) {
    unmodelled.addAll(new FrameLowering(origins).lower(table));
    return true;
  }

  @Override
  public Boolean caseNftTableBlock(NftTableBlock table) {
    unmodelled.addAll(new FrameLowering(origins).lower(table));
    return true;
  }

  @Override
  public Boolean caseNeighbourRemoval(NeighbourRemoval removal) {
    Address address = Words.ADDRESS.read(removal.getAddress());
    if (!neighbours.removeIf(neighbour -> neighbour.address().equals(address))) {
      removals.nothing(removal, HKL.getNeighbourRemoval_Address(), 0);
    }
    return true;
  }
}
