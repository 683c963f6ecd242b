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
 * @param vlans of a port of a bridge
 * @param resolves addresses that somebody on the wire answers ARP for, whom nothing else describes
 */
public record LinkSettings(
    int group,
    Optional<String> alias,
    SortedMap<String, Boolean> flags,
    List<PortVlan> vlans,
    List<AddressRange> resolves) {

  public static final LinkSettings NONE =
      new LinkSettings(0, Optional.empty(), new TreeMap<>(), List.of(), List.of());

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
