package org.hookline.path;

import java.util.Optional;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.route.RouteTable;

/** The graph of a network, with the places where flows begin. */
public record Paths(StepGraph graph, Numbering numbers, Network network) {

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

  /** Whether a host forwards what comes in by an interface. */
  public boolean forwardsAt(String host, String iface) {
    return network.host(host).map(h -> h.sysctls().forwards(iface)).orElse(false);
  }

  /**
   * How iproute2 names the table of a found route; empty for main, and for local while the kernel
   * keeps both in one (kernel: net/ipv4/fib_frontend.c fib_unmerge()).
   */
  public Optional<String> tableNumber(String host, String table) {
    boolean merged = network.host(host).map(h -> !h.customRules()).orElse(true);
    Optional<RouteTable> found = network.host(host).flatMap(h -> h.table(table));
    return switch (table) {
      case "main" -> Optional.empty();
      case "local" -> merged ? Optional.empty() : Optional.of("local");
      case "default" -> Optional.of("default");
      default -> found.map(t -> "" + t.id());
    };
  }
}
