package org.hookline.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Ports that a NAT chose have no fixed number: the first time the kernel's choice is taken for the
 * predicted one, if it is of the same class, and from then on it has to stay that.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_l4proto_unique_tuple(): 1 … 511, 600 … 1023 and
 * 1024 … 65535
 */
final class PortNames {
  private final Set<Integer> chosen;
  private final Map<Integer, Integer> names = new HashMap<>();

  PortNames(Set<Integer> chosen) {
    this.chosen = chosen;
  }

  boolean same(int predicted, int observed) {
    if (!chosen.contains(predicted) || classOf(predicted) != classOf(observed)) {
      return predicted == observed;
    }
    return names.computeIfAbsent(predicted, p -> observed) == observed;
  }

  private static int classOf(int port) {
    return port < 512 ? 0 : port < 1024 ? 1 : 2;
  }
}
