package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.hookline.dsl.hookline.IptablesProgram;
import org.hookline.dsl.hookline.Kernel;
import org.hookline.dsl.hookline.ListenerDeclaration;
import org.hookline.dsl.hookline.ListenerRemoval;
import org.hookline.dsl.hookline.NeighbourEntry;
import org.hookline.dsl.hookline.NeighbourRemoval;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.ProxyNeighbour;
import org.hookline.dsl.hookline.ProxyNeighbourRemoval;
import org.hookline.dsl.hookline.RpFilterProperty;
import org.hookline.dsl.hookline.ServiceItem;
import org.hookline.dsl.hookline.SwitchProperty;
import org.hookline.dsl.hookline.Sysctl;
import org.hookline.dsl.hookline.SysctlRemoval;
import org.hookline.dsl.hookline.UnmodelledElement;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.KernelPatches;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Neighbour;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.Unmodelled;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.UnplayedTable;
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
  private final NftLowering nft;
  private final List<UnplayedTable> unplayed = new ArrayList<>();
  private Optional<IptablesTool> iptables = Optional.empty();
  private KernelProfile kernel = KernelProfile.DEFAULT;

  HostLowering(Origins origins, Removals removals) {
    this.origins = origins;
    this.removals = removals;
    this.nft = new NftLowering(origins);
  }

  Host lower(HostDeclaration host, List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    List<Interface> interfaces = new InterfaceLowering(origins, removals).lower(elements);
    RuleLowering rules = new RuleLowering(origins, removals);
    List<PolicyRule> policyRules = rules.lower(elements);
    unmodelled.addAll(rules.unmodelled());
    unmodelled.addAll(new UnplayedParts(origins, interfaces).of(elements, settings));
    return new Host(
        host.getName(),
        kernel,
        new Sysctls(settings),
        interfaces,
        new RouteLowering(interfaces, kernel, origins, removals).lower(elements),
        policyRules,
        iptables.orElse(IptablesTool.of(kernel)),
        new PacketTableLowering(interfaces, origins, removals).lower(elements),
        nft.finished(),
        List.copyOf(listeners),
        List.copyOf(neighbours),
        List.copyOf(unmodelled),
        List.copyOf(unplayed),
        origins.of(host));
  }

  @Override
  public Boolean caseKernel(Kernel element) {
    kernel =
        new KernelProfile(
            Words.KERNEL.read(element.getVersion()),
            element.getPatches().stream().map(KernelPatches::named).toList());
    for (int i = 0; i < kernel.patches().size(); i++) {
      if (KernelPatches.played().contains(kernel.patches().get(i))) {
        continue;
      }
      String what = "kernel " + kernel.version() + " with " + kernel.patches().get(i).code();
      Origin origin = origins.of(element, HKL.getKernel_Patches(), i);
      unmodelled.add(new Unmodelled(what, "the path does not ask for this patch", true, origin));
    }
    return true;
  }

  @Override
  public Boolean caseIptablesProgram(IptablesProgram program) {
    iptables = Optional.of(IptablesTool.valueOf(program.getTool().toUpperCase(Locale.ROOT)));
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

  /** Of an interface only what is a sysctl in truth: {@code rp_filter}, {@code proxy_arp}. */
  @Override
  public Boolean caseInterfaceDeclaration(InterfaceDeclaration declaration) {
    sysctls(declaration.getName(), declaration.getProperties());
    return true;
  }

  @Override
  public Boolean caseInterfaceAmendment(InterfaceAmendment amendment) {
    sysctls(amendment.getIface().getName(), amendment.getProperties());
    return true;
  }

  private void sysctls(String iface, List<InterfaceProperty> properties) {
    String conf = "net.ipv4.conf." + iface.replace('.', '/') + ".";
    for (InterfaceProperty property : properties) {
      new HooklineSwitch<Boolean>() {
        @Override
        public Boolean caseRpFilterProperty(RpFilterProperty filter) {
          String value = String.valueOf(Words.RP_FILTER.read(filter.getMode()));
          settings.put(conf + "rp_filter", new Setting(value, origins.whole(filter)));
          return true;
        }

        @Override
        public Boolean caseSwitchProperty(SwitchProperty flag) {
          if (SettingsLowering.flag(flag).isEmpty()) {
            String value = flag.getState().equals("on") ? "1" : "0";
            settings.put(conf + flag.getFlag(), new Setting(value, origins.whole(flag)));
          }
          return true;
        }
      }.doSwitch(property);
    }
  }

  @Override
  public Boolean caseListenerDeclaration(ListenerDeclaration declaration) {
    Origin origin = origins.whole(declaration);
    Listener.Reply reply =
        "chosen".equals(declaration.getReply())
            ? Listener.Reply.FROM_ANY
            : Listener.Reply.FROM_ASKED;
    listeners(declaration.getService(), declaration.getAddresses(), origin).stream()
        .map(l -> new Listener(l.protocol(), l.address(), l.ports(), reply, l.origin()))
        .forEach(listeners::add);
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
  public Boolean caseProxyNeighbour(ProxyNeighbour entry) {
    Address address = Words.ADDRESS.read(entry.getAddress());
    String dev = entry.getDev().getName();
    neighbours.add(new Neighbour(address, Optional.empty(), dev, origins.whole(entry)));
    return true;
  }

  @Override
  public Boolean caseProxyNeighbourRemoval(ProxyNeighbourRemoval removal) {
    Address address = Words.ADDRESS.read(removal.getAddress());
    String dev = removal.getDev().getName();
    if (!neighbours.removeIf(
        n -> n.mac().isEmpty() && n.address().equals(address) && n.dev().equals(dev))) {
      removals.nothing(removal);
    }
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
    unplayed.add(new UnplayedLowering(origins).lower(table));
    return true;
  }

  @Override
  public Boolean caseNftTableBlock(NftTableBlock table) {
    unmodelled.addAll(nft.add(table));
    unplayed.add(new UnplayedLowering(origins).lower(table));
    return true;
  }

  @Override
  public Boolean caseNeighbourRemoval(NeighbourRemoval removal) {
    Address address = Words.ADDRESS.read(removal.getAddress());
    if (!neighbours.removeIf(n -> n.mac().isPresent() && n.address().equals(address))) {
      removals.nothing(removal, HKL.getNeighbourRemoval_Address(), 0);
    }
    return true;
  }
}
