package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.OptionWords;

/** Target CT of iptables: what conntrack is told about a packet before it looks at it. */
final class CtWords {
  /** Options that change events and helpers, but not which entry a packet belongs to. */
  private static final List<String> BESIDE =
      List.of("--helper", "--ctevents", "--expevents", "--timeout");

  private CtWords() {}

  /** Without options it is zone 0, as iptables-save writes it. */
  static Target read(OptionWords words) {
    String text = words.toString();
    if (text.equals("--notrack")) {
      return new Notrack();
    }
    if (text.isEmpty()) {
      return new CtZone(0);
    }
    if (text.matches("--zone [0-9]+")) {
      return CtZone.read(words);
    }
    return BESIDE.stream().anyMatch(text::startsWith) && !text.contains("--zone")
        ? Aside.read("CT", words)
        : Unread.read("CT", words, "zones of one direction are not in the model");
  }
}
