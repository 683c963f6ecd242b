package org.hookline.importer;

import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.target.Spelled;
import org.hookline.model.rule.target.Target;
import org.hookline.model.rule.target.Targets;
import org.hookline.model.rule.target.Unread;

/** Reads the options of one {@code -j TARGET}, keeping the spelling as {@link ModuleText} does. */
final class TargetText {
  private TargetText() {}

  static Target read(String name, OptionWords options) {
    String written = (name + " " + options).trim();
    Optional<Targets.Reading> reading = Targets.reading(name);
    if (reading.isEmpty()) {
      return Unread.read(name, options, "there is neither a chain nor a known target " + name);
    }
    try {
      Target target = reading.get().of(options);
      IptablesLine line = new IptablesLine();
      target.iptables(line);
      boolean same = line.toString().equals("-j " + written);
      return same ? target : new Spelled(target, "-j " + written);
    } catch (Malformed e) {
      return new Unread(written, Optional.of(e.getMessage()));
    }
  }
}
