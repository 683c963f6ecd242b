package org.hookline.lab.recorded;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.hookline.model.rule.IptablesTool;

/**
 * One recorded case: a host under test with its neighbours, and what the kernel did with each
 * probe.
 */
public record RecordedCase(JsonObject json) {

  /** Name of the host under test. */
  public static final String HOST = "r";

  private static final Pattern NO_DEVICE = Pattern.compile("! -[io] \\+( |$)", Pattern.MULTILINE);

  public String id() {
    return json.get("id").getAsString();
  }

  public String profile() {
    return json.get("profile").getAsString();
  }

  /** The program that wrote the rules of the host under test. */
  IptablesTool iptables() {
    boolean legacy = json.has("ipt") && json.get("ipt").getAsString().equals("legacy");
    return legacy ? IptablesTool.LEGACY : IptablesTool.NFT;
  }

  /** The native dumps of the host under test. */
  JsonObject dumps() {
    return json.getAsJsonObject("r");
  }

  /**
   * The packet rules of the host under test, as a dump tells them. What iptables-legacy-save leaves
   * out is read where the rules were loaded: it says nothing of a device that is any but "any".
   *
   * <p>iptables: iptables/xshared.c save_iface(), of 1.8.9
   */
  String rules() {
    JsonObject host = space(HOST);
    String loaded = host != null && host.has("iptables") ? host.get("iptables").getAsString() : "";
    if (NO_DEVICE.matcher(loaded).find()) {
      return loaded;
    }
    StringJoiner text = new StringJoiner("\n", "", "\n");
    dumps().getAsJsonArray("iptables").forEach(e -> text.add(e.getAsString()));
    return text.toString();
  }

  private JsonObject space(String host) {
    return json.getAsJsonObject("build").getAsJsonObject("ns").getAsJsonObject(host);
  }

  JsonObject neighbours() {
    return json.getAsJsonObject("nb");
  }

  /** Wires: namespace, device and Ethernet address of both ends. */
  List<Wire> wires() {
    List<Wire> wires = new ArrayList<>();
    for (JsonElement link : json.getAsJsonObject("build").getAsJsonArray("links")) {
      JsonArray parts = link.getAsJsonArray();
      wires.add(
          new Wire(
              new End(text(parts, 0), text(parts, 1), text(parts, 2)),
              new End(text(parts, 3), text(parts, 4), text(parts, 5))));
    }
    return wires;
  }

  /** One end of a wire. */
  record End(String host, String dev, String mac) {
    boolean is(String namespace, String device) {
      return host.equals(namespace) && dev.equals(device);
    }
  }

  /** A wire between two namespaces. */
  record Wire(End one, End other) {}

  static String text(JsonArray array, int index) {
    return array.get(index).getAsString();
  }

  /** Permanent neighbour entries: device, Ethernet address, addresses. */
  JsonArray permanent(String host) {
    JsonObject namespace = space(host);
    JsonArray entries = namespace == null ? null : namespace.getAsJsonArray("neigh");
    return entries == null ? new JsonArray() : entries;
  }

  /** The probes in their order. */
  public List<RecordedProbe> probes() {
    List<RecordedProbe> probes = new ArrayList<>();
    for (JsonElement probe : json.getAsJsonArray("probes")) {
      probes.add(new RecordedProbe(probes.size(), probe.getAsJsonObject()));
    }
    return probes;
  }
}
