package org.hookline.lab;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Circumstances;
import org.hookline.source.Origin;

/**
 * A flow that a socket opens: TCP connects and is greeted with one byte, UDP and ICMP echo send a
 * second packet when the first was answered.
 *
 * @param protocol TCP, UDP or ICMP
 * @param from a host, {@code internet}, or the outside of an interface
 * @param source the bound address; empty lets the kernel choose
 * @param sport the bound port, or the identifier of an ICMP echo
 * @param mark SO_MARK; 0 for none
 * @param dev SO_BINDTODEVICE; empty for none
 */
public record Probe(
    Protocol protocol,
    String from,
    Optional<Address> source,
    int sport,
    Address to,
    int dport,
    long mark,
    Optional<String> dev) {

  /** A probe whose socket is bound to no device. */
  public Probe(
      Protocol protocol,
      String from,
      Optional<Address> source,
      int sport,
      Address to,
      int dport,
      long mark) {
    this(protocol, from, source, sport, to, dport, mark, Optional.empty());
  }

  /** An action of a simulation with a source port. */
  public static Probe of(Action action, int sport) {
    return new Probe(
        action.protocol(),
        action.from(),
        action.source(),
        sport,
        action.to(),
        action.dport(),
        action.mark(),
        action.circumstances().dev());
  }

  /** The same flow for the simulator, with nothing expected. */
  public Action action() {
    Action plain =
        new Action(protocol, from, source, sport, to, dport, mark, Optional.empty(), Origin.NONE);
    return dev.isEmpty() ? plain : plain.under(new Circumstances(dev, Optional.empty(), List.of()));
  }

  @Override
  public String toString() {
    String ends =
        protocol.hasPorts()
            ? source.map(a -> a + ":").orElse("port ") + sport + " > " + to + ":" + dport
            : source.map(a -> a + " > ").orElse("> ") + to + " id " + sport;
    return protocol
        + " from "
        + from
        + " "
        + ends
        + (mark == 0 ? "" : " mark " + mark)
        + dev.map(d -> " dev " + d).orElse("");
  }
}
