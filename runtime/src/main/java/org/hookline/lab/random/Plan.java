package org.hookline.lab.random;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.lab.recorded.RecordedCase;

/**
 * A case before the kernel has said anything: commands that build the host under test and its
 * neighbours, and what is sent.
 *
 * @param variant of iptables: {@code nft} or {@code legacy}
 * @param cold whether hosts resolve addresses anew for every probe
 * @param spaces by name; the host under test is {@link RecordedCase#HOST}
 */
record Plan(
    String id,
    Profile profile,
    String variant,
    boolean cold,
    Map<String, Space> spaces,
    List<Wire> wires,
    Ruleset rules,
    List<JsonObject> probes) {

  /** A wire between two namespaces. */
  record Wire(End one, End other) {
    JsonArray json() {
      JsonArray json = new JsonArray();
      for (End end : List.of(one, other)) {
        json.add(end.space());
        json.add(end.dev());
        json.add(end.mac());
      }
      return json;
    }
  }

  /** One end of a wire. */
  record End(String space, String dev, String mac) {}

  Space host() {
    return spaces.get(RecordedCase.HOST);
  }

  /** The same, to be changed independently. */
  Plan copy() {
    Map<String, Space> copies = new LinkedHashMap<>();
    spaces.forEach((name, space) -> copies.put(name, space.copy()));
    return new Plan(
        id,
        profile,
        variant,
        cold,
        copies,
        new ArrayList<>(wires),
        rules.copy(),
        new ArrayList<>(probes));
  }

  /** In the form of recorded cases, without what a kernel said. */
  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("profile", profile.word());
    json.addProperty("ipt", variant);
    json.add("feat", new JsonArray());
    if (cold) {
      json.addProperty("cold", true);
    }
    json.addProperty("nrules", rules.size());
    JsonObject build = new JsonObject();
    JsonObject namespaces = new JsonObject();
    spaces.forEach((name, space) -> namespaces.add(name, space.json()));
    if (!rules.rules().isEmpty()) {
      namespaces.getAsJsonObject(RecordedCase.HOST).addProperty("iptables", rules.text());
    }
    build.add("ns", namespaces);
    JsonArray links = new JsonArray();
    wires.forEach(w -> links.add(w.json()));
    build.add("links", links);
    json.add("build", build);
    JsonArray sent = new JsonArray();
    probes.forEach(p -> sent.add(p.deepCopy()));
    json.add("probes", sent);
    return json;
  }
}
