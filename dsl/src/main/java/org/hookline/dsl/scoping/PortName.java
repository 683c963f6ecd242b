package org.hookline.dsl.scoping;

import org.hookline.model.Port;

/** The name of an interface seen from outside its host: {@code mirrors.vlan10}. */
public final class PortName {
  private PortName() {}

  /** Splits at the first dot; without one, the host is the whole word and the interface empty. */
  public static Port parse(String word) {
    int dot = word.indexOf('.');
    return dot < 0 ? new Port(word, "") : new Port(word.substring(0, dot), word.substring(dot + 1));
  }
}
