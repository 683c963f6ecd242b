package org.hookline.lab.random;

import java.util.Map;
import org.hookline.lab.random.Surroundings.Link;

/**
 * Hosts that must ask for Ethernet addresses: either the host under test or those around it, so
 * that nobody learns an address from somebody else's question. Who is asked is told when to answer.
 */
record Resolving(Chance chance, Surroundings around) {

  void draw() {
    if (chance.onceIn(2)) {
      asking();
    } else {
      asked();
    }
  }

  /** The host under test asks. */
  private void asking() {
    around.host().neighbours().clear();
    if (chance.onceIn(2)) {
      around.host().sysctl().put("ipv4.conf.all.arp_announce", chance.any(1, 2));
    }
    for (Link link : around.links()) {
      if (chance.onceIn(3)) {
        String scope = "ipv4.conf." + chance.any("all", link.peerDev());
        around.spaces().get(link.peer()).sysctl().put(scope + ".arp_ignore", chance.any(1, 2, 8));
      }
    }
  }

  /** The hosts around it ask, some of them for addresses that are not on their link. */
  private void asked() {
    Map<String, Integer> own = around.host().sysctl();
    for (String dev : around.devices()) {
      String scope = "ipv4.conf." + chance.any("all", dev) + ".";
      if (chance.onceIn(3)) {
        own.put(scope + "arp_ignore", chance.any(1, 2, 3, 8));
      }
      if (chance.onceIn(4)) {
        own.put(scope + "arp_filter", 1);
      }
      if (chance.onceIn(2)) {
        own.put(scope + "proxy_arp", 1);
      }
    }
    for (Link link : around.links()) {
      Space space = around.spaces().get(link.peer());
      space.neighbours().removeIf(n -> n.dev().equals(link.peerDev()));
      if (chance.onceIn(3)) {
        space.sysctl().put("ipv4.conf.all.arp_announce", chance.any(1, 2));
      }
      Link other = chance.any(around.links());
      if (!other.equals(link) && chance.onceIn(2)) {
        space.route().add("route replace " + other.net().prefix() + " dev " + link.peerDev());
      }
    }
  }
}
