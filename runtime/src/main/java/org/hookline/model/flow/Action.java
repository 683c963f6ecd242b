package org.hookline.model.flow;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.source.Origin;

/**
 * One thing an endpoint does in a simulation: {@code connect tcp}, {@code send udp}, {@code ping}.
 *
 * @param from a host, or {@code internet}
 * @param source the bound address; for the internet it must be given
 * @param sport 0 lets the simulation take 40000 and up
 * @param dport 0 for ICMP echo
 * @param mark SO_MARK of the socket; 0 for none
 * @param expected what must come out; empty only plays it
 * @param circumstances when, by which device, and what must be seen of it
 */
public record Action(
    Protocol protocol,
    String from,
    Optional<Address> source,
    int sport,
    Address to,
    int dport,
    long mark,
    Optional<Expectation> expected,
    Circumstances circumstances,
    Origin origin) {

  /** An action that nothing more is said of. */
  public Action(
      Protocol protocol,
      String from,
      Optional<Address> source,
      int sport,
      Address to,
      int dport,
      long mark,
      Optional<Expectation> expected,
      Origin origin) {
    this(protocol, from, source, sport, to, dport, mark, expected, Circumstances.NONE, origin);
  }

  /** The same action under other circumstances. */
  public Action under(Circumstances other) {
    return new Action(protocol, from, source, sport, to, dport, mark, expected, other, origin);
  }

  /** What the originator sees. */
  public enum Expectation {
    OK,
    REFUSED,
    TIMEOUT,
    /** No route, or an ICMP error that says so. */
    UNREACHABLE
  }
}
