package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.dsl.hookline.BridgePort;
import org.hookline.dsl.hookline.BridgeVlan;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceAmendment;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.InterfaceProperty;
import org.hookline.dsl.hookline.PortFlag;
import org.hookline.dsl.hookline.PortsProperty;
import org.hookline.dsl.hookline.ProxyNeighbour;
import org.hookline.dsl.hookline.ResolvesProperty;
import org.hookline.dsl.hookline.SwitchProperty;
import org.hookline.dsl.hookline.UsualVlan;
import org.hookline.dsl.hookline.VlanMembership;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.model.Setting;
import org.hookline.model.Unmodelled;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.source.Origin;

/**
 * What is written of links and neighbours and decides where packets go, but not in the model: each
 * is listed with its line, and what is proved of the host is proved assuming that it changes
 * nothing.
 */
final class UnplayedParts {
  private static final String BRIDGING = "what a bridge does between its ports is not in the model";
  private static final String RESOLVING = "who answers ARP for whom is not in the model";
  private static final String USES_NEIGHBOURS = "net.ipv4.fib_multipath_use_neigh";
  private static final String SHARING =
      "that a next hop whose neighbour failed gets no share is not in the model";

  private final Origins origins;
  private final List<Interface> interfaces;
  private final List<Unmodelled> found = new ArrayList<>();

  /**
   * @param interfaces of the host, finished
   */
  UnplayedParts(Origins origins, List<Interface> interfaces) {
    this.origins = origins;
    this.interfaces = interfaces;
  }

  /** In the order of their words, however the text is ordered. */
  List<Unmodelled> of(List<HostElement> elements, Map<String, Setting> settings) {
    elements.forEach(new Elements()::doSwitch);
    Setting avoids = settings.get(USES_NEIGHBOURS);
    if (avoids != null && !avoids.value().equals("0")) {
      found.add(implied(USES_NEIGHBOURS + " = " + avoids.value(), SHARING, avoids.origin()));
    }
    return found.stream().sorted(Comparator.comparing(Unmodelled::what)).toList();
  }

  private void flag(LinkFlag flag, String link, String state, Origin origin) {
    Optional<InterfaceKind> kind =
        interfaces.stream().filter(i -> i.name().equals(link)).map(Interface::kind).findFirst();
    boolean on = state.equals("on");
    if (kind.isPresent() && on != flag.usual() && flag.matters(kind.get())) {
      String why = flag == LinkFlag.ARP ? RESOLVING : BRIDGING;
      found.add(implied(link + " " + flag.word() + " " + state, why, origin));
    }
  }

  private static Unmodelled implied(String what, String why, Origin origin) {
    return new Unmodelled(what, why, true, origin);
  }

  private final class Elements extends HooklineSwitch<Boolean> {
    @Override
    public Boolean caseInterfaceDeclaration(InterfaceDeclaration declaration) {
      return all(declaration.getName(), declaration.getProperties());
    }

    @Override
    public Boolean caseInterfaceAmendment(InterfaceAmendment amendment) {
      return all(amendment.getIface().getName(), amendment.getProperties());
    }

    private boolean all(String link, List<InterfaceProperty> properties) {
      properties.forEach(new Properties(link)::doSwitch);
      return true;
    }

    @Override
    public Boolean caseProxyNeighbour(ProxyNeighbour entry) {
      return found.add(implied(Origins.text(entry), RESOLVING, origins.whole(entry)));
    }
  }

  private final class Properties extends HooklineSwitch<Boolean> {
    private final String link;

    Properties(String link) {
      this.link = link;
    }

    @Override
    public Boolean caseSwitchProperty(SwitchProperty property) {
      Origin origin = origins.whole(property);
      Optional<LinkFlag> flag = SettingsLowering.flag(property);
      flag.ifPresent(f -> flag(f, link, property.getState(), origin));
      return true;
    }

    @Override
    public Boolean caseBridgeVlan(BridgeVlan property) {
      return bridging(property);
    }

    @Override
    public Boolean caseUsualVlan(UsualVlan property) {
      return bridging(property);
    }

    private boolean bridging(InterfaceProperty property) {
      return found.add(
          implied(link + " " + Origins.text(property), BRIDGING, origins.whole(property)));
    }

    @Override
    public Boolean caseResolvesProperty(ResolvesProperty property) {
      return found.add(
          implied(link + " " + Origins.text(property), RESOLVING, origins.whole(property)));
    }

    @Override
    public Boolean casePortsProperty(PortsProperty property) {
      property.getPorts().forEach(new Ports()::doSwitch);
      return true;
    }
  }

  private final class Ports extends HooklineSwitch<Boolean> {
    private String port = "";

    @Override
    public Boolean caseBridgePort(BridgePort written) {
      port = written.getIface().getName();
      written.getSettings().forEach(this::doSwitch);
      return true;
    }

    @Override
    public Boolean casePortFlag(PortFlag flag) {
      flag(SettingsLowering.flag(flag), port, flag.getState(), origins.whole(flag));
      return true;
    }

    @Override
    public Boolean caseVlanMembership(VlanMembership vlan) {
      return found.add(implied(port + " " + Origins.text(vlan), BRIDGING, origins.whole(vlan)));
    }
  }
}
