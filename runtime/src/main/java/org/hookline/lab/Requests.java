package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Mac;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Network;
import org.hookline.packet.Headers;

/** What the agent is asked, as JSON. */
record Requests(Topology topology, Network network) {
  /** Ranges up to this size are listened on from the start, larger ones where a probe asks. */
  private static final int SMALL_RANGE = 1024;

  /** Nobody's: the source of injected frames. */
  private static final Mac STRANGER = new Mac(0x02_68_6b_ff_ff_ffL);

  private static final String ANY = "0.0.0.0";

  JsonObject create() {
    JsonArray names = new JsonArray();
    names.add(Topology.SWITCH);
    topology.nodes().forEach(n -> names.add(n.namespace()));
    JsonObject request = new JsonObject();
    request.add("names", names);
    request.add("sysctls", values(Baseline.sysctls()));
    return request;
  }

  static JsonObject values(Map<String, String> values) {
    JsonObject json = new JsonObject();
    values.forEach(json::addProperty);
    return json;
  }

  /**
   * Captures on all interfaces, all listeners, counters of hosts with rules, and traces of hosts.
   */
  JsonObject watch() {
    JsonObject devices = new JsonObject();
    JsonArray listeners = new JsonArray();
    JsonArray tabled = new JsonArray();
    JsonArray traced = new JsonArray();
    for (Node node : topology.nodes()) {
      JsonArray names = new JsonArray();
      node.devices().values().forEach(names::add);
      devices.add(node.namespace(), names);
    }
    for (Host host : network.hosts()) {
      String namespace = topology.node(host.name()).orElseThrow().namespace();
      for (Listener listener : host.listeners()) {
        listener.ports().stream()
            .filter(r -> r.last() - r.first() < SMALL_RANGE)
            .forEach(r -> listen(listeners, namespace, listener, r));
      }
      traced.add(namespace);
      if (!host.packetTables().isEmpty()) {
        tabled.add(namespace);
      }
    }
    JsonObject request = new JsonObject();
    request.add("devices", devices);
    request.add("listeners", listeners);
    request.add("tabled", tabled);
    request.add("traced", traced);
    return request;
  }

  private static void listen(
      JsonArray listeners, String namespace, Listener listener, PortRange ports) {
    String address = listener.address().map(Object::toString).orElse(ANY);
    for (int port = ports.first(); port <= ports.last(); port++) {
      listeners.add(listener(namespace, listener.protocol(), address, port));
    }
  }

  private static JsonArray listener(String namespace, Protocol protocol, String address, int port) {
    JsonArray listener = new JsonArray();
    listener.add(namespace);
    listener.add(protocol.toString());
    listener.add(address);
    listener.add(port);
    return listener;
  }

  JsonObject probe(Probe probe, Node sender) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", probe.protocol().toString());
    json.addProperty("ns", sender.namespace());
    probe.source().ifPresent(a -> json.addProperty("src", a.toString()));
    json.addProperty("sport", probe.sport());
    json.addProperty("dst", probe.to().toString());
    json.addProperty("dport", probe.dport());
    json.addProperty("mark", probe.mark());
    probe.dev().ifPresent(dev -> json.addProperty("device", dev));
    json.add("listen", listenersFor(probe.protocol(), probe.dport()));
    return wrap(json);
  }

  /** A packet that comes in by an interface, from nobody. */
  JsonObject frame(Cable cable, Headers headers) {
    return frame(cable, headers, packet(headers));
  }

  /**
   * The same, to be met by the connections that are there.
   *
   * @param quoted the packet that an ICMP error is about
   */
  JsonObject following(Cable cable, Headers headers, Optional<Headers> quoted) {
    JsonObject packet = packet(headers);
    quoted.ifPresent(q -> packet.add("inner", packet(q)));
    JsonObject request = frame(cable, headers, packet);
    request.getAsJsonObject("probe").addProperty("keep", true);
    return request;
  }

  private static JsonObject packet(Headers headers) {
    JsonObject packet = new JsonObject();
    packet.addProperty("src", headers.src().toString());
    packet.addProperty("dst", headers.dst().toString());
    packet.addProperty("protocol", headers.protocol().number());
    packet.addProperty("sport", headers.sport());
    packet.addProperty("dport", headers.dport());
    packet.addProperty("flags", headers.flags());
    packet.addProperty("type", headers.type());
    packet.addProperty("code", headers.code());
    packet.addProperty("ttl", headers.ttl());
    packet.addProperty("len", headers.length());
    return packet;
  }

  private JsonObject frame(Cable cable, Headers headers, JsonObject packet) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", "frame");
    json.addProperty("ns", Topology.SWITCH);
    json.addProperty("device", cable.port());
    json.addProperty("macs", (cable.mac() + "" + STRANGER).replace(":", ""));
    json.add("packet", packet);
    json.add("listen", listenersFor(headers.protocol(), headers.dport()));
    return wrap(json);
  }

  private static JsonObject wrap(JsonObject probe) {
    JsonObject request = new JsonObject();
    request.add("probe", probe);
    return request;
  }

  /** The pseudo-hosts answer whatever is asked; hosts as far as they listen. */
  private JsonArray listenersFor(Protocol protocol, int port) {
    JsonArray listeners = new JsonArray();
    if (!protocol.equals(Protocol.TCP) && !protocol.equals(Protocol.UDP)) {
      return listeners;
    }
    for (Node node : topology.nodes()) {
      network
          .host(node.host())
          .ifPresentOrElse(
              host -> large(listeners, node, host, protocol, port),
              () -> listeners.add(listener(node.namespace(), protocol, ANY, port)));
    }
    return listeners;
  }

  private static void large(
      JsonArray listeners, Node node, Host host, Protocol protocol, int port) {
    for (Listener listener : host.listeners()) {
      boolean asked =
          listener.protocol().equals(protocol)
              && listener.ports().stream()
                  .anyMatch(r -> r.last() - r.first() >= SMALL_RANGE && r.contains(port));
      if (asked) {
        listen(listeners, node.namespace(), listener, PortRange.of(port));
      }
    }
  }
}
