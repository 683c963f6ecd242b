package org.hookline.lab.random;

import java.util.ArrayList;
import java.util.List;
import org.hookline.lab.random.Surroundings.Link;

/** The internet behind the gateways. */
record Beyond(Chance chance, Surroundings around) {
  private static final String NAME = "x";

  /** Last number of the gateway's address on the wire that ends in a device of the internet. */
  static int gatewaySide(String device) {
    return 4 * (Integer.parseInt(device.substring("xg".length())) - 1) + 1;
  }

  void internet() {
    Space internet = new Space();
    around.spaces().put(NAME, internet);
    List<String> own = new ArrayList<>();
    for (String start : List.of("45." + chance.between(20, 220) + ".9.", "198.18.160.")) {
      int first = chance.between(20, 200);
      for (int i = 0; i < 3; i++) {
        own.add(start + (first + i));
      }
    }
    own.forEach(a -> internet.link().add("addr add " + a + "/32 dev lo"));
    around.addresses().put(NAME, own);
    List<Link> uplinks = around.uplinks();
    for (Link uplink : uplinks) {
      behind(internet, uplink);
    }
    for (Link link : around.links()) {
      if (!link.uplink() && !chance.onceIn(3)) {
        internet.route().add("route add " + link.net() + " via " + far(chance.any(uplinks)));
      }
    }
    if (chance.onceIn(3)) {
      internet.route().add("route add default via " + far(chance.any(uplinks)));
    }
    around.serve(internet, "0.0.0.0");
  }

  private static String device(Link uplink) {
    return "xg" + uplink.peer().substring(1);
  }

  private static String far(Link uplink) {
    return "172.31.255." + gatewaySide(device(uplink));
  }

  private void behind(Space internet, Link uplink) {
    String outer = uplink.peer() + "w";
    around.wire(uplink.peer(), outer, device(uplink));
    String end = "172.31.255." + (gatewaySide(device(uplink)) + 1);
    internet.up(device(uplink), end + "/30");
    internet.route().add("route add " + uplink.net() + " via " + far(uplink));
    Space gateway = around.spaces().get(uplink.peer());
    gateway.up(outer, far(uplink) + "/30");
    gateway.route().add("route add default via " + end);
    for (Link link : around.links()) {
      if (!link.uplink() && !chance.onceIn(3)) {
        gateway.route().add("route add " + link.net() + " via " + uplink.own().get(0));
      }
    }
  }
}
