package org.hookline.importer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.model.iface.LinkFlag;

/**
 * Switches of links and bridge ports that are not as the kernel has them by itself, as {@code ip -d
 * link} and {@code bridge -d link} show them.
 *
 * <p>iproute2: ip/iplink_bridge.c, ip/iplink_bridge_slave.c, ip/ipaddress.c print_link_flags()
 */
final class LinkSwitches {
  private static final Map<String, LinkFlag> BRIDGE =
      Map.of("stp_state", LinkFlag.STP, "vlan_filtering", LinkFlag.VLAN_FILTERING);

  private static final Map<String, LinkFlag> PORT =
      Map.of(
          "hairpin", LinkFlag.HAIRPIN,
          "isolated", LinkFlag.ISOLATED,
          "learning", LinkFlag.LEARNING,
          "flood", LinkFlag.FLOOD,
          "mcast_flood", LinkFlag.MCAST_FLOOD,
          "guard", LinkFlag.GUARD);

  private LinkSwitches() {}

  /** Of {@code <BROADCAST,NOARP,UP>}. */
  static Map<LinkFlag, Boolean> ofFlags(List<String> flags) {
    Map<LinkFlag, Boolean> switches = new EnumMap<>(LinkFlag.class);
    if (flags.contains("NOARP")) {
      switches.put(LinkFlag.ARP, false);
    }
    if (flags.contains("PROMISC")) {
      switches.put(LinkFlag.PROMISC, true);
    }
    if (flags.contains("ALLMULTI")) {
      switches.put(LinkFlag.ALLMULTICAST, true);
    }
    if (flags.contains("NO-CARRIER") && !flags.contains("LOWER_UP")) {
      switches.put(LinkFlag.CARRIER, false);
    }
    return switches;
  }

  /** Of a line {@code bridge … stp_state 0 …} or {@code bridge_slave … hairpin on …}. */
  static Map<LinkFlag, Boolean> ofWords(List<String> words) {
    Map<LinkFlag, Boolean> switches = new EnumMap<>(LinkFlag.class);
    for (int i = 0; i + 1 < words.size(); i++) {
      put(switches, words.get(i), words.get(i + 1));
    }
    return switches;
  }

  /** Of an object with these keys. */
  static Map<LinkFlag, Boolean> of(JsonObject json) {
    Map<LinkFlag, Boolean> switches = new EnumMap<>(LinkFlag.class);
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      if (entry.getValue().isJsonPrimitive()) {
        put(switches, entry.getKey(), entry.getValue().getAsString());
      }
    }
    return switches;
  }

  private static void put(Map<LinkFlag, Boolean> switches, String word, String value) {
    Optional<LinkFlag> flag =
        Optional.ofNullable(BRIDGE.get(word)).or(() -> Optional.ofNullable(PORT.get(word)));
    boolean on = List.of("on", "true", "1").contains(value);
    boolean known = on || List.of("off", "false", "0").contains(value);
    flag.filter(f -> known && f.usual() != on).ifPresent(f -> switches.put(f, on));
  }
}
