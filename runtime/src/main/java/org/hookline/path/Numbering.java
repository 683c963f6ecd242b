package org.hookline.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.iface.Interface;

/**
 * Numbers of hosts and interfaces in a graph, from 1, in the order of the network. The internet and
 * the outsides of lone interfaces are endpoints too: they have host numbers behind the hosts', and
 * a port where they touch.
 */
public final class Numbering {
  /** Name of the pseudo-host that owns the rest of the world. */
  public static final String INTERNET = "internet";

  private final Map<String, Integer> hosts = new LinkedHashMap<>();
  private final Map<Port, Integer> ports = new LinkedHashMap<>();

  private Numbering() {}

  static Numbering of(Network network) {
    Numbering numbers = new Numbering();
    for (Host host : network.hosts()) {
      numbers.addHost(host.name());
      host.interfaces().forEach(i -> numbers.addPort(new Port(host.name(), i.name())));
    }
    network.internet().ifPresent(internet -> numbers.addInternet(internet));
    for (Port port : outsides(network)) {
      numbers.addHost(outside(port));
      numbers.addPort(new Port(outside(port), port.iface()));
    }
    return numbers;
  }

  private void addInternet(Internet internet) {
    addHost(INTERNET);
    internet.attachments().forEach(a -> addPort(new Port(INTERNET, a.segment())));
  }

  /** Interfaces that are on no segment, loopbacks left out. */
  public static List<Port> outsides(Network network) {
    List<Port> lone = new ArrayList<>();
    for (Host host : network.hosts()) {
      for (Interface iface : host.interfaces()) {
        Port port = new Port(host.name(), iface.name());
        if (!iface.name().equals("lo") && network.segmentOf(port).isEmpty()) {
          lone.add(port);
        }
      }
    }
    return lone;
  }

  /** Name of the pseudo-host behind an interface that is on no segment. */
  public static String outside(Port port) {
    return "outside " + port;
  }

  private void addHost(String name) {
    hosts.put(name, hosts.size() + 1);
  }

  private void addPort(Port port) {
    ports.put(port, ports.size() + 1);
  }

  /** Number of a host, of {@link #INTERNET} or of an {@link #outside}; 0 when there is none. */
  public int host(String name) {
    return hosts.getOrDefault(name, 0);
  }

  /** Number of an interface; 0 when there is none. */
  public int port(Port port) {
    return ports.getOrDefault(port, 0);
  }

  /** The interface of a number. */
  public Optional<Port> port(long number) {
    return ports.entrySet().stream()
        .filter(e -> e.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
