package org.hookline.path;

import java.util.Optional;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.model.Port;

/** The graph of a network, with the places where flows begin. */
public record Paths(StepGraph graph, Numbering numbers) {

  /** A socket that is not bound sends: the host's kernel chooses SRC, whatever it was. */
  public Optional<Label> connectAt(String host) {
    return graph.label(host + "/connect");
  }

  /** A socket sends: SRC is the bound address, or 0 to let the host's kernel choose. */
  public Optional<Label> openAt(String host) {
    return graph.label(host + "/open");
  }

  /** Any packet comes in by an interface. */
  public Optional<Label> injectAt(Port port) {
    return graph.label(port.host() + "/inject/" + port.iface());
  }

  /** A route lookup alone, from filled key registers: {@code ip route get}. */
  public Optional<Label> lookupAt(String host) {
    return graph.label(host + "/query");
  }
}
