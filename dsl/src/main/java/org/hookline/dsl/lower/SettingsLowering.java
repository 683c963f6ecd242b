package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.addr.AddressRange;
import org.hookline.dsl.hookline.BridgePort;
import org.hookline.dsl.hookline.BridgeVlan;
import org.hookline.dsl.hookline.NoVlans;
import org.hookline.dsl.hookline.PortFlag;
import org.hookline.dsl.hookline.PortSetting;
import org.hookline.dsl.hookline.PortVlan;
import org.hookline.dsl.hookline.ResolvesProperty;
import org.hookline.dsl.hookline.SwitchProperty;
import org.hookline.dsl.hookline.UsualVlan;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.LinkSettings;
import org.hookline.model.iface.LinkVlans;

/**
 * What is said of links beside kind, addresses and state. A bridge says something of its ports too,
 * so all links of a host are gathered together.
 */
final class SettingsLowering {
  private final Map<String, Draft> drafts = new HashMap<>();

  private static final class Draft {
    private int group;
    private Optional<String> alias = Optional.empty();
    private final SortedMap<String, Boolean> flags = new TreeMap<>();
    private Optional<List<org.hookline.model.iface.PortVlan>> vlans = Optional.empty();
    private OptionalInt usualVlan = OptionalInt.empty();
    private final List<AddressRange> resolves = new ArrayList<>();
  }

  private Draft at(String link) {
    return drafts.computeIfAbsent(link, name -> new Draft());
  }

  /** The settings of a link when everything was read. */
  LinkSettings of(String link) {
    Draft draft = drafts.get(link);
    return draft == null
        ? LinkSettings.NONE
        : new LinkSettings(
            draft.group,
            draft.alias,
            draft.flags,
            new LinkVlans(draft.vlans.map(List::copyOf), draft.usualVlan),
            List.copyOf(draft.resolves));
  }

  void group(String link, int number) {
    at(link).group = number;
  }

  void alias(String link, String text) {
    at(link).alias = Optional.of(text);
  }

  /** {@code proxy_arp} is a sysctl in truth, see {@link HostLowering}. */
  void flag(String link, SwitchProperty property) {
    flag(property)
        .ifPresent(flag -> at(link).flags.put(flag.word(), property.getState().equals("on")));
  }

  static Optional<LinkFlag> flag(SwitchProperty property) {
    return property.getFlag().equals("proxy_arp")
        ? Optional.empty()
        : Optional.of(LinkFlag.valueOf(property.getFlag().toUpperCase(Locale.ROOT)));
  }

  static LinkFlag flag(PortFlag flag) {
    return LinkFlag.valueOf(flag.getFlag().toUpperCase(Locale.ROOT));
  }

  void resolves(String link, ResolvesProperty property) {
    property.getAddresses().stream().map(Words.ADDRESSES::read).forEach(at(link).resolves::add);
  }

  /** What a bridge says of a port. */
  void port(BridgePort port) {
    new Said(at(port.getIface().getName())).all(port.getSettings());
  }

  /** What a bridge says of itself as if it were a port of its own. */
  void self(String bridge, BridgeVlan property) {
    new Said(at(bridge)).doSwitch(property.getVlan());
  }

  void usualVlan(String bridge, UsualVlan property) {
    at(bridge).usualVlan = OptionalInt.of(Words.USUAL_VLAN.read(property.getId()).intValue());
  }

  private static final class Said extends HooklineSwitch<Boolean> {
    private final Draft draft;

    Said(Draft draft) {
      this.draft = draft;
    }

    void all(List<PortSetting> settings) {
      settings.forEach(this::doSwitch);
    }

    @Override
    public Boolean casePortFlag(PortFlag flag) {
      draft.flags.put(flag(flag).word(), flag.getState().equals("on"));
      return true;
    }

    @Override
    public Boolean casePortVlan(PortVlan vlan) {
      return vlans()
          .add(
              new org.hookline.model.iface.PortVlan(
                  Words.VLAN_IDS.read(vlan.getId()), vlan.isPvid(), vlan.isUntagged()));
    }

    @Override
    public Boolean caseNoVlans(NoVlans none) {
      return vlans().isEmpty();
    }

    private List<org.hookline.model.iface.PortVlan> vlans() {
      draft.vlans = draft.vlans.or(() -> Optional.of(new ArrayList<>()));
      return draft.vlans.get();
    }
  }
}
