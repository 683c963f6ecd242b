package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Mac;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.AddressRemoval;
import org.hookline.dsl.hookline.AliasProperty;
import org.hookline.dsl.hookline.BridgeKind;
import org.hookline.dsl.hookline.BridgePort;
import org.hookline.dsl.hookline.BridgeVlan;
import org.hookline.dsl.hookline.DummyKind;
import org.hookline.dsl.hookline.GroupProperty;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceAmendment;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.InterfaceProperty;
import org.hookline.dsl.hookline.InterfaceRemoval;
import org.hookline.dsl.hookline.MacProperty;
import org.hookline.dsl.hookline.MtuProperty;
import org.hookline.dsl.hookline.OpaqueKind;
import org.hookline.dsl.hookline.PortsProperty;
import org.hookline.dsl.hookline.ResolvesProperty;
import org.hookline.dsl.hookline.StateProperty;
import org.hookline.dsl.hookline.SwitchProperty;
import org.hookline.dsl.hookline.UsualVlan;
import org.hookline.dsl.hookline.VethKind;
import org.hookline.dsl.hookline.VlanKind;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.KernelEntries;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkSettings;
import org.hookline.source.Origin;

/** The interfaces of one host, amended in text order; {@code lo} is there from the start. */
final class InterfaceLowering extends HooklineSwitch<Boolean> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final SettingsLowering settings = new SettingsLowering();
  private final Origins origins;
  private final Removals removals;

  InterfaceLowering(Origins origins, Removals removals) {
    this.origins = origins;
    this.removals = removals;
    Interface loopback = KernelEntries.loopback();
    drafts.put(loopback.name(), new Draft(loopback));
  }

  List<Interface> lower(List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    return drafts.values().stream().map(draft -> draft.finished(settings.of(draft.name))).toList();
  }

  @Override
  public Boolean caseInterfaceDeclaration(InterfaceDeclaration declaration) {
    Draft draft =
        drafts.computeIfAbsent(
            declaration.getName(), name -> new Draft(name, origins.of(declaration)));
    if (declaration.getKind() != null) {
      draft.kind = new Kinds().doSwitch(declaration.getKind());
    }
    apply(draft, declaration.getProperties());
    return true;
  }

  @Override
  public Boolean caseInterfaceAmendment(InterfaceAmendment amendment) {
    Draft draft = drafts.get(amendment.getIface().getName());
    if (draft == null) {
      removals.gone(amendment, HKL.getInterfaceAmendment_Iface());
    } else {
      apply(draft, amendment.getProperties());
    }
    return true;
  }

  @Override
  public Boolean caseInterfaceRemoval(InterfaceRemoval removal) {
    if (drafts.remove(removal.getIface().getName()) == null) {
      removals.gone(removal, HKL.getInterfaceRemoval_Iface());
    }
    return true;
  }

  private void apply(Draft draft, List<InterfaceProperty> properties) {
    Properties switcher = new Properties(draft);
    properties.forEach(switcher::doSwitch);
  }

  private static final class Kinds extends HooklineSwitch<InterfaceKind> {
    @Override
    public InterfaceKind caseVlanKind(VlanKind kind) {
      return new InterfaceKind.Vlan(
          kind.getParent().getName(), Words.VLAN_ID.read(kind.getId()).intValue());
    }

    @Override
    public InterfaceKind caseBridgeKind(BridgeKind kind) {
      return new InterfaceKind.Bridge(List.of());
    }

    @Override
    public InterfaceKind caseVethKind(VethKind kind) {
      return new InterfaceKind.Veth(kind.getPeer().getName());
    }

    @Override
    public InterfaceKind caseDummyKind(DummyKind kind) {
      return new InterfaceKind.Dummy();
    }

    @Override
    public InterfaceKind caseOpaqueKind(OpaqueKind kind) {
      return new InterfaceKind.Opaque(
          kind.getType(),
          Optional.ofNullable(kind.getParent()).map(InterfaceDeclaration::getName),
          Optional.ofNullable(kind.getOptions()));
    }
  }

  private final class Properties extends HooklineSwitch<Boolean> {
    private final Draft draft;

    Properties(Draft draft) {
      this.draft = draft;
    }

    @Override
    public Boolean caseAddressProperty(AddressProperty property) {
      for (int i = 0; i < property.getAddresses().size(); i++) {
        Origin origin = origins.of(property, HKL.getAddressProperty_Addresses(), i);
        draft.addresses.add(AddressLowering.lower(property.getAddresses().get(i), origin));
      }
      return true;
    }

    @Override
    public Boolean caseAddressRemoval(AddressRemoval removal) {
      for (int i = 0; i < removal.getAddresses().size(); i++) {
        Prefix prefix = Words.PREFIX.read(removal.getAddresses().get(i));
        if (!draft.addresses.removeIf(address -> address.prefix().equals(prefix))) {
          removals.nothing(removal, HKL.getAddressRemoval_Addresses(), i);
        }
      }
      return true;
    }

    @Override
    public Boolean caseMacProperty(MacProperty property) {
      draft.mac = Optional.of(Words.MAC.read(property.getMac()));
      return true;
    }

    @Override
    public Boolean caseMtuProperty(MtuProperty property) {
      draft.mtu = Words.MTU.read(property.getMtu()).intValue();
      return true;
    }

    @Override
    public Boolean caseStateProperty(StateProperty property) {
      draft.up = property.getState().equals("up");
      return true;
    }

    @Override
    public Boolean casePortsProperty(PortsProperty property) {
      for (BridgePort port : property.getPorts()) {
        draft.ports.add(port.getIface().getName());
        settings.port(port);
      }
      return true;
    }

    @Override
    public Boolean caseGroupProperty(GroupProperty property) {
      settings.group(draft.name, Words.GROUP.read(property.getGroup()));
      return true;
    }

    @Override
    public Boolean caseAliasProperty(AliasProperty property) {
      settings.alias(draft.name, property.getText());
      return true;
    }

    @Override
    public Boolean caseSwitchProperty(SwitchProperty property) {
      settings.flag(draft.name, property);
      return true;
    }

    @Override
    public Boolean caseBridgeVlan(BridgeVlan property) {
      settings.self(draft.name, property);
      return true;
    }

    @Override
    public Boolean caseUsualVlan(UsualVlan property) {
      settings.usualVlan(draft.name, property);
      return true;
    }

    @Override
    public Boolean caseResolvesProperty(ResolvesProperty property) {
      settings.resolves(draft.name, property);
      return true;
    }
  }

  private static final class Draft {
    private final String name;
    private final Origin origin;
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();
    private InterfaceKind kind = new InterfaceKind.Physical();
    private Optional<Mac> mac = Optional.empty();
    private int mtu;
    private boolean up = true;

    Draft(String name, Origin origin) {
      this.name = name;
      this.origin = origin;
    }

    Draft(Interface made) {
      this(made.name(), made.origin());
      kind = made.kind();
      addresses.addAll(made.addresses());
    }

    Interface finished(LinkSettings settings) {
      InterfaceKind complete =
          ports.isEmpty() ? kind : new InterfaceKind.Bridge(List.copyOf(ports));
      return new Interface(name, complete, List.copyOf(addresses), mac, mtu, up, settings, origin);
    }
  }
}
