package org.hookline.lab;

import java.util.List;
import java.util.Optional;
import org.hookline.model.Port;

/**
 * Which namespaces, wires and broadcast domains stand for a network.
 *
 * @param nodes hosts in the order of the network, then the internet, then outsides
 * @param domains names of the switch's bridges, one a segment or outside
 * @param substitutions what the lab does differently from the description, one sentence each
 */
record Topology(
    List<Node> nodes, List<String> domains, List<Cable> cables, List<String> substitutions) {

  /** The namespace that holds all broadcast domains. */
  static final String SWITCH = "switch";

  Optional<Node> node(String host) {
    return nodes.stream().filter(n -> n.host().equals(host)).findFirst();
  }

  Optional<Node> inNamespace(String namespace) {
    return nodes.stream().filter(n -> n.namespace().equals(namespace)).findFirst();
  }

  Optional<Cable> cable(Port port) {
    return cables.stream()
        .filter(c -> c.node().host().equals(port.host()))
        .filter(c -> c.device().equals(c.node().devices().get(port.iface())))
        .findFirst();
  }

  /** All wires of a broadcast domain. */
  List<Cable> in(String domain) {
    return cables.stream().filter(c -> c.domain().equals(Optional.of(domain))).toList();
  }
}
