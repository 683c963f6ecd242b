package org.hookline.ir.conntrack;

import java.util.Optional;

/**
 * What a NAT target allows (kernel: struct nf_nat_range2), IPv4.
 *
 * @param addresses the address to bind to is one of these; empty keeps the address (null binding)
 * @param ports fixed ports; empty lets the kernel choose
 * @param network the addresses are a network whose host part comes from the packet
 * @param random {@code --random}/{@code --random-fully}: neither mapping nor port are kept
 */
public record NatRange(
    Optional<Span> addresses, Optional<Span> ports, boolean random, boolean network) {

  /** Numbers from first to last, both included. */
  public record Span(long first, long last) {
    public boolean single() {
      return first == last;
    }
  }

  /** A binding that changes nothing unless the tuple is taken. */
  public static final NatRange KEEP = new NatRange(Optional.empty(), Optional.empty(), false);

  public NatRange(Optional<Span> addresses, Optional<Span> ports, boolean random) {
    this(addresses, ports, random, false);
  }

  /** The network part of an address is exchanged: NETMAP. */
  public static NatRange network(Span addresses) {
    return new NatRange(Optional.of(addresses), Optional.empty(), false, true);
  }

  /** One address, the port as the kernel chooses. */
  public static NatRange to(long address) {
    return new NatRange(Optional.of(new Span(address, address)), Optional.empty(), false);
  }
}
