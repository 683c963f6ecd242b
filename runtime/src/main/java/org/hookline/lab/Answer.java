package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.order.Sighting;
import org.hookline.packet.Headers;

/** Reads what the agent saw, in the names of the model. */
record Answer(Topology topology, JsonObject json) {

  Observation observation() {
    return new Observation(
        json.get("result").getAsString(),
        json.get("local").getAsString(),
        receipts(),
        wire(),
        drops(),
        conntrack(),
        hits(),
        order());
  }

  private List<JsonArray> arrays(String name) {
    List<JsonArray> arrays = new ArrayList<>();
    json.getAsJsonArray(name).forEach(e -> arrays.add(e.getAsJsonArray()));
    return arrays;
  }

  private static String text(JsonArray array, int index) {
    return array.get(index).getAsString();
  }

  private Node node(String namespace) {
    return topology.inNamespace(namespace).orElseThrow();
  }

  private String host(String namespace) {
    return topology.inNamespace(namespace).map(Node::host).orElse(namespace);
  }

  private List<Receipt> receipts() {
    return arrays("receipts").stream()
        .map(r -> new Receipt(host(text(r, 0)), text(r, 1), text(r, 2), text(r, 3)))
        .toList();
  }

  private List<Crossing> wire() {
    return arrays("wire").stream().map(this::crossing).toList();
  }

  private Crossing crossing(JsonArray packet) {
    Node node = node(text(packet, 0));
    String iface = node.iface(text(packet, 1)).orElseThrow();
    Direction direction = text(packet, 2).equals("in") ? Direction.IN : Direction.OUT;
    return Crossing.of(node.host(), iface, direction, text(packet, 3));
  }

  private List<Drop> drops() {
    return arrays("drops").stream().map(d -> drop(d)).toList();
  }

  private Drop drop(JsonArray drop) {
    Headers packet = PacketText.packet(text(drop, 3));
    return new Drop(host(text(drop, 0)), text(drop, 1), text(drop, 2), Optional.of(packet));
  }

  private SortedMap<String, List<String>> conntrack() {
    return byHost(ObservationJson.conntrack(json.getAsJsonObject("conntrack")));
  }

  private SortedMap<String, SortedMap<String, Long>> hits() {
    return byHost(ObservationJson.hits(json.getAsJsonObject("hits")));
  }

  private SortedMap<String, Sighting> order() {
    return byHost(SightingJson.all(json.getAsJsonObject("order")));
  }

  private <T> SortedMap<String, T> byHost(SortedMap<String, T> byNamespace) {
    SortedMap<String, T> named = new TreeMap<>();
    byNamespace.forEach((namespace, value) -> named.put(host(namespace), value));
    return named;
  }
}
