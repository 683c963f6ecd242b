package org.hookline.model.iface;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.addr.AddressRange;

/**
 * What {@code ip link set} and {@code bridge link} say of a link beside its address and state.
 *
 * @param group 0 for {@code default}
 * @param alias a text without quotes and line breaks
 * @param flags by {@link LinkFlag#word}; only those that are written
 * @param vlans of a bridge or of a port of one
 * @param resolves addresses that somebody on the wire answers ARP for, whom nothing else describes
 */
public record LinkSettings(
    int group,
    Optional<String> alias,
    SortedMap<String, Boolean> flags,
    LinkVlans vlans,
    List<AddressRange> resolves) {

  public static final LinkSettings NONE =
      new LinkSettings(0, Optional.empty(), new TreeMap<>(), LinkVlans.NONE, List.of());

  /**
   * A bridge takes another one only while it does not filter.
   *
   * <p>kernel: net/bridge/br_vlan.c br_vlan_set_default_pvid()
   */
  private static final String USUAL_VLAN = "type bridge vlan_filtering 0 vlan_default_pvid ";

  public LinkSettings {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }

  /** The words behind {@code ip link set dev NAME} that say all this, a command each. */
  public List<String> commands() {
    List<String> commands = new ArrayList<>();
    if (group != 0) {
      commands.add("group " + group);
    }
    alias.ifPresent(text -> commands.add("alias \"" + text + "\""));
    vlans.usual().ifPresent(id -> commands.add(USUAL_VLAN + id));
    for (LinkFlag flag : LinkFlag.values()) {
      if (flag.isSetting() && flags.containsKey(flag.word())) {
        commands.add(flag.command(is(flag)));
      }
    }
    return commands;
  }

  /** Whether a switch is on. */
  public boolean is(LinkFlag flag) {
    return flags.getOrDefault(flag.word(), flag.usual());
  }

  /** Settings with these switches, which win over what was written before. */
  public LinkSettings with(Map<LinkFlag, Boolean> more) {
    SortedMap<String, Boolean> all = new TreeMap<>(flags);
    more.forEach((flag, on) -> all.put(flag.word(), on));
    return new LinkSettings(group, alias, all, vlans, resolves);
  }
}
