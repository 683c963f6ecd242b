package org.hookline.proof;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.lab.AsWired;
import org.hookline.lab.Lab;
import org.hookline.lab.Probe;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;

/**
 * A small network and one thing that happens in it. What the kernel does with it is kept in {@link
 * KernelWord}.
 *
 * @param name a sentence
 * @param caches what the hosts know of their neighbours
 */
public record Fact(String name, Network network, Stimulus stimulus, Lab.Caches caches) {

  Fact(String name, Network network, Stimulus stimulus) {
    this(name, network, stimulus, Lab.Caches.PERMANENT);
  }

  /** The network that the kernel was given. */
  Network wired() {
    return AsWired.of(network, caches);
  }

  /** What sets packets in motion. */
  public sealed interface Stimulus {

    <R> R in(Handler<R> handler);

    /** One method a kind. */
    interface Handler<R> {
      R probe(Probe probe);

      R frame(Port port, Headers packet);
    }
  }

  /** A socket opens a flow. */
  public record Opens(Probe probe) implements Stimulus {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.probe(probe);
    }

    @Override
    public String toString() {
      return probe.toString();
    }
  }

  /** A packet from nobody comes in by an interface. */
  public record Arrives(Port port, Headers packet) implements Stimulus {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.frame(port, packet);
    }

    @Override
    public String toString() {
      return packet + " into " + port;
    }
  }

  static final int SPORT = 40000;

  static Stimulus udp(String from, String to, int port) {
    return opens(Protocol.UDP, from, Optional.empty(), to, port, 0);
  }

  static Stimulus tcp(String from, String to, int port) {
    return opens(Protocol.TCP, from, Optional.empty(), to, port, 0);
  }

  static Stimulus ping(String from, String to) {
    return opens(Protocol.ICMP, from, Optional.empty(), to, 0, 0);
  }

  /** From a socket that is bound to an address. */
  static Stimulus bound(Protocol protocol, String from, String source, String to, int port) {
    return opens(protocol, from, Optional.of(Address.parse(source)), to, port, 0);
  }

  /** From a socket with SO_MARK. */
  static Stimulus marked(Protocol protocol, String from, String to, int port, long mark) {
    return opens(protocol, from, Optional.empty(), to, port, mark);
  }

  private static Stimulus opens(
      Protocol protocol, String from, Optional<Address> source, String to, int port, long mark) {
    return new Opens(new Probe(protocol, from, source, SPORT, Address.parse(to), port, mark));
  }

  /** A packet as in {@link Headers#parse}. */
  static Stimulus frame(String host, String iface, String packet) {
    return new Arrives(new Port(host, iface), Headers.parse(packet));
  }

  static Stimulus frame(String host, String iface, String packet, int ttl) {
    Headers read = Headers.parse(packet);
    Headers short_ =
        new Headers(
            read.protocol(),
            read.src(),
            read.sport(),
            read.dst(),
            read.dport(),
            read.flags(),
            read.type(),
            read.code(),
            ttl,
            read.length());
    return new Arrives(new Port(host, iface), short_);
  }
}
