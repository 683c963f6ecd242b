package org.hookline.lab.random;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.hookline.lab.random.Surroundings.Link;

/** What comes after a probe while its connection is remembered. */
record Following(Chance chance, Surroundings around, List<JsonObject> probes) {

  /** Empty behind a frame. */
  Optional<JsonObject> next() {
    JsonObject last = probes.get(probes.size() - 1);
    if (last.get("kind").getAsString().equals("raw")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (chance.below(5)) {
          case 0, 1 -> kept(last, "same");
          case 2 -> clash(last);
          case 3 -> elsewhere(last);
          default -> error(last);
        });
  }

  private static JsonObject kept(JsonObject last, String how) {
    JsonObject probe = last.deepCopy();
    probe.addProperty("keep", 1);
    probe.addProperty("follow", how);
    return probe;
  }

  /** Another client with the same port. */
  private JsonObject clash(JsonObject last) {
    JsonObject probe = kept(last, "clash");
    String from = last.get("ns").getAsString();
    probe.addProperty("src", chance.any(around.addresses().get(from)));
    return probe;
  }

  private JsonObject elsewhere(JsonObject last) {
    JsonObject probe = kept(last, "otherdst");
    probe.addProperty("dst", chance.any(around.all()));
    return probe;
  }

  /** An ICMP error about the flow, from whoever is on a link. */
  private JsonObject error(JsonObject last) {
    Link link = chance.any(around.plugged());
    JsonObject frame = new JsonObject();
    frame.addProperty("kind", "raw");
    frame.addProperty("what", "icmperr");
    frame.addProperty("follow", "icmperr");
    frame.addProperty("keep", 1);
    frame.addProperty("ns", link.peer());
    frame.addProperty("dev", link.peerDev());
    frame.addProperty("proto", "icmp");
    frame.addProperty("itype", chance.any(3, 3, 3, 11, 11, 5, 12));
    int type = frame.get("itype").getAsInt();
    frame.addProperty("icode", type == 3 ? chance.any(0, 1, 3, 13) : type == 5 ? 1 : 0);
    frame.addProperty("ttl", 64);
    frame.addProperty("src", chance.any(around.addresses().get(link.peer())));
    String source =
        last.has("src") ? last.get("src").getAsString() : chance.any(around.addresses().get("r"));
    frame.addProperty("dst", source);
    frame.add("inner", inner(last, source));
    if (chance.onceIn(4)) { // about the flow as it may have been translated
      String own = chance.any(link.own());
      frame.addProperty("dst", own);
      frame.getAsJsonObject("inner").addProperty("src", own);
    } else if (chance.onceIn(4)) { // about an answer
      answered(frame);
    }
    return frame;
  }

  /** Turns the quoted packet round. */
  private static void answered(JsonObject frame) {
    JsonObject inner = frame.getAsJsonObject("inner");
    JsonElement source = inner.get("src");
    frame.add("dst", inner.get("dst"));
    inner.add("src", inner.get("dst"));
    inner.add("dst", source);
    if (inner.has("sport")) {
      JsonElement port = inner.get("sport");
      inner.add("sport", inner.get("dport"));
      inner.add("dport", port);
    }
  }

  private static JsonObject inner(JsonObject last, String source) {
    JsonObject inner = new JsonObject();
    inner.addProperty("src", source);
    inner.add("dst", last.get("dst"));
    String kind = last.get("kind").getAsString();
    inner.addProperty("proto", kind.equals("ping") ? "icmp" : kind);
    for (String key : List.of("sport", "dport", "id")) {
      if (last.has(key)) {
        inner.add(key, last.get(key));
      }
    }
    return inner;
  }
}
