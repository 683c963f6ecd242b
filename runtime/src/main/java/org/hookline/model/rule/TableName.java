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
}
