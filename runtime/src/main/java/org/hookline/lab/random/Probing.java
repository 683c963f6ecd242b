package org.hookline.lab.random;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sent. */
final class Probing {
  /** An address that is nobody's, far away. */
  static final String NOBODY = "9.8.7.6";

  static final Integer[] PORTS = {22, 53, 80, 81, 123, 443, 3389, 5000, 5353, 7777, 8080, 9999};

  /** Bytes of packets; services read no more than 64 of what is sent to them. */
  static final Integer[] LENGTHS = {29, 36, 36, 60, 84};

  private static final int FIRST_PORT = 40_000;

  private final Chance chance;
  private final Surroundings around;
  private final Profile profile;
  private final List<JsonObject> probes = new ArrayList<>();
  private int port = FIRST_PORT;

  Probing(Chance chance, Surroundings around, Profile profile) {
    this.chance = chance;
    this.around = around;
    this.profile = profile;
  }

  List<JsonObject> draw(int count) {
    while (probes.size() < count) {
      probes.add(chance.onceIn(6) ? odd() : socket());
      Following following = new Following(chance, around, probes);
      if (chance.onceIn(3)) {
        following.next().ifPresent(probes::add);
      }
    }
    return probes;
  }

  private JsonObject odd() {
    return new OddFrames(chance, around).draw(port++);
  }

  private JsonObject socket() {
    String kind = chance.any("tcp", "tcp", "udp", "udp", "ping");
    boolean own = chance.onceIn(profile == Profile.LOCAL_OUTPUT ? 1 + chance.below(2) : 5);
    String from = own ? "r" : chance.any(others());
    JsonObject probe = new JsonObject();
    probe.addProperty("kind", kind);
    probe.addProperty("ns", from);
    source(from).ifPresent(a -> probe.addProperty("src", a));
    probe.addProperty("dst", destination(from));
    if (kind.equals("ping")) {
      probe.addProperty("id", port++);
    } else {
      probe.addProperty("sport", chance.onceIn(12) ? chance.between(500, 1000) : port++);
      probe.addProperty("dport", chance.any(PORTS));
    }
    if (kind.equals("udp") && chance.onceIn(2)) {
      probe.addProperty("connected", 1);
    }
    if (!kind.equals("tcp")) {
      probe.addProperty("len", chance.any(LENGTHS));
    }
    options(probe, own);
    return probe;
  }

  private void options(JsonObject probe, boolean own) {
    if (own && chance.onceIn(4)) {
      probe.addProperty("mark", chance.any(1, 2, 16, 5));
    }
    if (own && chance.onceIn(5)) {
      probe.addProperty("dev", chance.any(around.devices()));
    }
    if (chance.onceIn(12)) {
      probe.addProperty("ttl", chance.any(1, 2, 3, 255));
    }
  }

  private List<String> others() {
    return around.addresses().keySet().stream().filter(n -> !n.equals("r")).toList();
  }

  private Optional<String> source(String from) {
    if (!from.equals("r")) {
      return Optional.of(chance.any(around.addresses().get(from)));
    }
    return chance.onceIn(2)
        ? Optional.empty()
        : Optional.of(chance.any(own(), own(), chance.onceIn(4) ? somebody() : "127.0.0.1"));
  }

  /** An address that the host may not have, and can only be bound to by a setting. */
  private String somebody() {
    return chance.any(around.all());
  }

  private String own() {
    return chance.any(around.addresses().get("r"));
  }

  private String destination(String from) {
    if (from.equals("r") && chance.onceIn(8)) {
      return chance.any("127.0.0.1", own());
    }
    if (chance.onceIn(20)) {
      return chance.any(NOBODY, chance.any(around.links()).net().at(30));
    }
    if (!from.equals("r") && chance.onceIn(3)) {
      return own();
    }
    List<String> far =
        around.addresses().entrySet().stream()
            .filter(e -> !e.getKey().equals(from))
            .map(Map.Entry::getValue)
            .flatMap(List::stream)
            .toList();
    return chance.any(far);
  }
}
