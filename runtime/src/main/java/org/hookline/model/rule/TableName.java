package org.hookline.model.rule;

import java.util.List;
import java.util.Locale;

/** The tables of iptables, with their built-in chains. */
public enum TableName {
  RAW("PREROUTING", "OUTPUT"),
  MANGLE("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
  NAT("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
  FILTER("INPUT", "FORWARD", "OUTPUT"),
  SECURITY("INPUT", "FORWARD", "OUTPUT");

  private final List<String> chains;

  TableName(String... chains) {
    this.chains = List.of(chains);
  }

  /** The built-in chains, in the order of {@code iptables-save}. */
  public List<String> builtIn() {
    return chains;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the kernel does around the built-in chain at a hook. */
  public ChainType typeAt(Hook hook) {
    if (this == NAT) {
      return ChainType.NAT;
    }
    return this == MANGLE && hook == Hook.OUTPUT ? ChainType.ROUTE : ChainType.FILTER;
  }

  /**
   * When the built-in chain at a hook is called.
   *
   * <p>kernel: include/uapi/linux/netfilter_ipv4.h enum nf_ip_hook_priorities; iptables:
   * iptables/nft.c xtables_ipv4
   */
  public int priorityAt(Hook hook, IptablesTool tool) {
    return switch (this) {
      case RAW -> -300;
      case MANGLE -> -150;
      case NAT -> hook == Hook.PREROUTING || hook == Hook.OUTPUT ? -100 : 100;
      case FILTER -> 0;
      case SECURITY -> tool == IptablesTool.NFT ? 150 : 50;
    };
  }
}
