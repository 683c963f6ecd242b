package org.hookline.ir.conntrack;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a NAT target allows (kernel: struct nf_nat_range2), IPv4.
 *
 * @param addresses the address to bind to is one of these; empty keeps the address (null binding)
 * @param ports fixed ports; empty lets the kernel choose
 * @param base the port that is mapped to the first of {@code ports}, the following ones in step
 * @param traits how one of them is chosen
 */
public record NatRange(
    Optional<Span> addresses, Optional<Span> ports, Optional<Long> base, Set<Trait> traits) {

  public NatRange {
    traits = Collections.unmodifiableSet(new TreeSet<>(traits));
  }

  /** Numbers from first to last, both included. */
  public record Span(long first, long last) {
    public boolean single() {
      return first == last;
    }

    public long size() {
      return last - first + 1;
    }
  }

  /** How an address or a port is chosen. */
  public enum Trait {
    /** {@code --random} and {@code --random-fully}: neither mapping nor port are kept. */
    RANDOM,
    /** {@code --persistent}: the address depends on the client only. */
    PERSISTENT,
    /** The addresses are a network whose host part comes from the packet. */
    NETWORK
  }

  /** A binding that changes nothing unless the tuple is taken. */
  public static final NatRange KEEP = new NatRange(Optional.empty(), Optional.empty(), false);

  public NatRange(Optional<Span> addresses, Optional<Span> ports, boolean random) {
    this(addresses, ports, Optional.empty(), random ? Set.of(Trait.RANDOM) : Set.of());
  }

  /** The network part of an address is exchanged: NETMAP. */
  public static NatRange network(Span addresses) {
    return new NatRange(
        Optional.of(addresses), Optional.empty(), Optional.empty(), Set.of(Trait.NETWORK));
  }

  /** One address, the port as the kernel chooses. */
  public static NatRange to(long address) {
    return new NatRange(Optional.of(new Span(address, address)), Optional.empty(), false);
  }

  public boolean random() {
    return traits.contains(Trait.RANDOM);
  }

  public boolean persistent() {
    return traits.contains(Trait.PERSISTENT);
  }

  public boolean network() {
    return traits.contains(Trait.NETWORK);
  }
}
