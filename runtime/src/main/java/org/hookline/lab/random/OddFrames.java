package org.hookline.lab.random;

import com.google.gson.JsonObject;
import org.hookline.lab.random.Surroundings.Link;

/** Frames that no socket would send: wrong sources, packets of no connection, dying ones. */
record OddFrames(Chance chance, Surroundings around) {
  /** Bytes of ICMP: what asks for the time of day, and has no room for it, is not answered. */
  private static final Integer[] LONGER = {36, 36, 60, 84};

  JsonObject draw(int number) {
    Link link = chance.any(around.plugged());
    JsonObject frame = new JsonObject();
    frame.addProperty("kind", "raw");
    frame.addProperty("ns", link.peer());
    frame.addProperty("dev", link.peerDev());
    frame.addProperty("src", chance.any(around.addresses().get(link.peer())));
    frame.addProperty("dst", chance.any(around.all()));
    frame.addProperty("ttl", chance.any(64, 64, 255, 5));
    switch (chance.below(9)) {
      case 8 -> error(frame, number);
      case 0, 1 -> martian(frame, link);
      case 2 -> spoofed(frame);
      case 3 -> what(frame, "ttl", "ttl", chance.any(1, 1, 2));
      case 4 -> foreignProtocol(frame);
      case 5 -> broadcast(frame, link);
      default -> state(frame);
    }
    if (!frame.has("proto")) {
      packet(frame);
    }
    numbered(frame, number);
    return frame;
  }

  private static void what(JsonObject frame, String what, String key, int value) {
    frame.addProperty("what", what);
    frame.addProperty(key, value);
  }

  private void martian(JsonObject frame, Link link) {
    frame.addProperty("what", "martian");
    boolean source = chance.onceIn(2);
    frame.addProperty(
        source ? "src" : "dst",
        source
            ? chance.any(
                "127.0.0.1",
                "127.9.8.7",
                "0.0.0.0",
                "0.1.2.3",
                "255.255.255.255",
                "224.0.0.5",
                "240.1.2.3",
                "169.254.3.4",
                chance.any(link.own()),
                link.net().broadcast(),
                link.net().at(0))
            : chance.any(
                "127.0.0.1",
                "127.9.8.7",
                "0.1.2.3",
                "0.255.0.1",
                "0.0.0.0",
                "0.0.0.0",
                "0.0.0.0",
                "0.0.0.0",
                "240.1.2.3",
                "169.254.3.4",
                "224.0.0.1",
                "224.0.0.251",
                "255.255.255.255",
                link.net().at(0)));
  }

  private void spoofed(JsonObject frame) {
    frame.addProperty("what", "spoof");
    frame.addProperty("src", chance.any(chance.any(around.all()), "9.9.9.227"));
  }

  private void foreignProtocol(JsonObject frame) {
    frame.addProperty("what", "p253");
    frame.addProperty("proto", "p253");
    if (chance.onceIn(2)) {
      frame.addProperty("dst", chance.any(around.addresses().get("r")));
    }
  }

  private void broadcast(JsonObject frame, Link link) {
    frame.addProperty("what", "bcast");
    if (chance.onceIn(2)) {
      frame.addProperty("proto", "icmp");
    }
    Link other = chance.any(around.links());
    frame.addProperty(
        "dst", chance.any(link.net().broadcast(), other.net().broadcast(), Probing.NOBODY));
  }

  private void state(JsonObject frame) {
    frame.addProperty("what", "state");
    if (chance.onceIn(3)) {
      frame.addProperty("proto", "icmp");
      frame.addProperty("itype", chance.any(0, 0, 13, 14, 17));
    } else {
      frame.addProperty("proto", "tcp");
      frame.addProperty(
          "flags", chance.any("A", "SA", "R", "FA", "RA", "F", "SEW", "AE", "PA", "SF", ""));
    }
  }

  /** An error about a packet that nobody sent. */
  private void error(JsonObject frame, int number) {
    frame.addProperty("what", "icmperr");
    frame.addProperty("proto", "icmp");
    frame.addProperty("itype", chance.any(3, 3, 3, 11));
    frame.addProperty("icode", frame.get("itype").getAsInt() == 3 ? chance.any(0, 1, 3, 13) : 0);
    JsonObject inner = new JsonObject();
    inner.addProperty("src", frame.get("dst").getAsString());
    inner.addProperty("dst", chance.any(around.all()));
    inner.addProperty("proto", chance.any("tcp", "udp", "icmp"));
    if (inner.get("proto").getAsString().equals("icmp")) {
      inner.addProperty("id", number);
    } else {
      inner.addProperty("sport", number);
      inner.addProperty("dport", chance.any(Probing.PORTS));
    }
    frame.add("inner", inner);
  }

  private void packet(JsonObject frame) {
    frame.addProperty("proto", chance.any("tcp", "udp", "icmp"));
  }

  private void numbered(JsonObject frame, int number) {
    switch (frame.get("proto").getAsString()) {
      case "icmp" -> {
        frame.addProperty("id", number);
        if (!frame.has("inner")) {
          frame.addProperty("len", chance.any(LONGER));
        }
      }
      case "p253" -> frame.addProperty("len", chance.any(Probing.LENGTHS));
      default -> {
        frame.addProperty("sport", number);
        frame.addProperty("dport", chance.any(Probing.PORTS));
        boolean tcp = frame.get("proto").getAsString().equals("tcp");
        frame.addProperty("len", tcp ? 40 : chance.any(Probing.LENGTHS));
      }
    }
  }
}
