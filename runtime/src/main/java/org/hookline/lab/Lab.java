package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;

/**
 * A network in namespaces of the running kernel: one namespace a host, set up by the host's own
 * script, and one that holds the broadcast domains. Nothing outside is touched; everything is gone
 * when the lab is closed, or when this process ends in whatever way.
 */
public final class Lab implements AutoCloseable {
  private final Agent agent;
  private final Network network;
  private final Topology topology;
  private final Requests requests;
  private final Caches caches;
  private String kernel = "";
  private boolean observesDrops = false;
  private final List<String> substitutions = new ArrayList<>();

  /** What hosts know of their neighbours' Ethernet addresses. */
  public enum Caches {
    /** All of them, for ever: nobody has to ask. */
    PERMANENT,
    /** What the description says, at first: the rest is asked for. */
    COLD
  }

  private Lab(Agent agent, Network network, Caches caches) {
    this.agent = agent;
    this.caches = caches;
    this.network = network;
    this.topology = Wiring.of(network);
    this.requests = new Requests(topology, network);
    substitutions.addAll(topology.substitutions());
  }

  /**
   * Builds the network and runs the scripts, all at once, each in its host's namespace.
   *
   * @param scripts a POSIX shell script a host; a host without one keeps its links down
   * @throws LabFailure when there are no rights or tools for it, or a command or script failed
   */
  public static Lab open(Network network, Map<String, Path> scripts) throws LabFailure {
    return open(network, scripts, Caches.PERMANENT);
  }

  /**
   * As {@link #open(Network, Map)}.
   *
   * @param caches whether requests for Ethernet addresses are part of what is played
   */
  public static Lab open(Network network, Map<String, Path> scripts, Caches caches)
      throws LabFailure {
    Lab lab = new Lab(Agent.start(), network, caches);
    try {
      lab.build(scripts);
      return lab;
    } catch (LabFailure | RuntimeException failure) {
      lab.close();
      throw failure;
    }
  }

  /** Why there can be no lab here: no rights, a tool is missing; empty when there can be one. */
  public static Optional<String> unavailable() {
    try (Agent agent = Agent.start()) {
      agent.hello();
      return Optional.empty();
    } catch (LabFailure failure) {
      return Optional.of(failure.getMessage());
    }
  }

  private void build(Map<String, Path> scripts) throws LabFailure {
    JsonObject hello = agent.hello();
    kernel = hello.get("kernel").getAsString();
    hello.getAsJsonArray("limits").forEach(l -> substitutions.add(l.getAsString()));
    observesDrops = hello.getAsJsonArray("limits").isEmpty();
    agent.ask("create", requests.create());
    agent.ask("batch", Links.lay(topology, network, hello.get("prefix").getAsString()).toJson());
    runScripts(scripts);
    sysctls();
    Batches world = new Batches();
    pseudoHosts().forEach(p -> p.commands(world));
    agent.ask("batch", world.toJson());
    if (caches == Caches.PERMANENT) {
      agent.ask("batch", Links.neighbours(topology, network).toJson());
    }
    agent.ask("watch", requests.watch());
  }

  private List<PseudoHost> pseudoHosts() {
    return topology.nodes().stream()
        .filter(n -> network.host(n.host()).isEmpty())
        .map(n -> PseudoHost.of(n, network))
        .toList();
  }

  private void sysctls() throws LabFailure {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Cable cable : topology.cables()) {
      all.computeIfAbsent(cable.node().namespace(), n -> new LinkedHashMap<>())
          .putAll(Baseline.ofDevice(cable.device()));
    }
    for (PseudoHost pseudo : pseudoHosts()) {
      all.computeIfAbsent(pseudo.node().namespace(), n -> new LinkedHashMap<>())
          .putAll(pseudo.sysctls());
    }
    for (Host host : network.hosts()) {
      String namespace = topology.node(host.name()).orElseThrow().namespace();
      all.computeIfAbsent(namespace, n -> new LinkedHashMap<>()).putAll(Baseline.afterScript(host));
    }
    JsonObject values = new JsonObject();
    all.forEach((namespace, some) -> values.add(namespace, Requests.values(some)));
    JsonObject request = new JsonObject();
    request.add("values", values);
    agent.ask("sysctl", request);
  }

  private void runScripts(Map<String, Path> scripts) throws LabFailure {
    JsonObject paths = new JsonObject();
    for (Host host : network.hosts()) {
      Path script = scripts.get(host.name());
      if (script != null) {
        String namespace = topology.node(host.name()).orElseThrow().namespace();
        paths.addProperty(namespace, script.toAbsolutePath().toString());
      }
    }
    JsonObject request = new JsonObject();
    request.add("scripts", paths);
    agent.ask("scripts", request);
  }

  /** Version of the running kernel without what its builder appended: {@code 6.18.44}. */
  public String kernel() {
    return kernel;
  }

  /** Whether the kernel tells drops with their reasons; it does to root only. */
  public boolean observesDrops() {
    return observesDrops;
  }

  /** What is different from the description, or cannot be observed, one sentence each. */
  public List<String> substitutions() {
    return List.copyOf(substitutions);
  }

  /**
   * Plays a probe and collects what the kernel did with it. Connections of earlier probes are
   * forgotten first.
   *
   * @throws IllegalArgumentException when nobody has the name of the sender
   */
  public Observation play(Probe probe) throws LabFailure {
    Node sender =
        topology
            .node(probe.from())
            .orElseThrow(() -> new IllegalArgumentException("nobody called " + probe.from()));
    return observe(requests.probe(probe, sender));
  }

  /**
   * Puts a packet on the wire in front of an interface, so that it comes in there.
   *
   * @throws IllegalArgumentException when the interface has no wire
   */
  public Observation inject(Port port, Headers packet) throws LabFailure {
    return observe(requests.frame(cable(port), packet));
  }

  /**
   * As {@link #inject(Port, Headers)}, but the packet meets the connections of earlier probes.
   *
   * @param quoted the packet that an ICMP error is about
   * @throws IllegalArgumentException when the interface has no wire
   */
  public Observation follow(Port port, Headers packet, Optional<Headers> quoted) throws LabFailure {
    return observe(requests.following(cable(port), packet, quoted));
  }

  private Cable cable(Port port) {
    return topology
        .cable(port)
        .orElseThrow(() -> new IllegalArgumentException("no wire at " + port));
  }

  private Observation observe(JsonObject request) throws LabFailure {
    return new Answer(topology, agent.ask("probe", request)).observation();
  }

  /**
   * Runs a command in a host's namespace and returns what it printed, for questions such as {@code
   * ip route get}.
   */
  public String run(String host, String... command) throws LabFailure {
    JsonArray words = new JsonArray();
    List.of(command).forEach(words::add);
    JsonObject request = new JsonObject();
    request.addProperty("ns", topology.node(host).orElseThrow().namespace());
    request.add("arguments", words);
    return agent.ask("command", request).get("said").getAsString();
  }

  @Override
  public void close() {
    agent.close();
  }
}
