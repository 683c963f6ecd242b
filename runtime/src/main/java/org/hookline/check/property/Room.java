package org.hookline.check.property;

import org.hookline.ir.conntrack.NatRange;

/**
 * The classes in which the kernel looks for a free port, with the ports that it tries.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_l4proto_unique_tuple()
 */
enum Room {
  /** Original ports up to 511 get 1 … 511. */
  LOW(0, 511, 511),
  /** Original ports from 512 get 600 … 1023. */
  MIDDLE(512, 1023, 424),
  HIGH(1024, 65535, 64512),
  /** Identifiers of echo requests: any. */
  ECHO(0, 65535, 65536),
  /** Protocols without ports have nothing to choose. */
  WITHOUT_PORTS(0, 65535, 1);

  private final int first;
  private final int last;
  private final int size;

  Room(int first, int last, int size) {
    this.first = first;
    this.last = last;
    this.size = size;
  }

  /** The lowest original port of the class. */
  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /**
   * How many tuples to one destination a translation has for sure. Of several addresses one is
   * chosen by a hash, so that all connections may meet at it; a network for a network leaves to
   * each address its own.
   *
   * <p>kernel: net/netfilter/nf_nat_core.c find_best_ips_proto()
   */
  long tuples(NatRange range) {
    if (range.addresses().isEmpty() || range.network()) {
      return Long.MAX_VALUE;
    }
    boolean named = range.ports().isPresent() && this != WITHOUT_PORTS;
    return named ? range.ports().get().last() - range.ports().get().first() + 1 : size;
  }
}
