package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule in the form of {@code iptables-save}, collected option by option: the protocol once and
 * first, each {@code -m module} once and before its options.
 */
public final class IptablesLine {
  private String protocol = "";
  private final List<String> plain = new ArrayList<>();
  private final List<String> matches = new ArrayList<>();
  private final Set<String> modules = new LinkedHashSet<>();
  private String target = "";

  /** {@code -p tcp} or {@code ! -p tcp}; saying the same twice is the same as once. */
  public IptablesLine protocol(String name, boolean negated) {
    protocol = (negated ? "! " : "") + "-p " + name;
    return this;
  }

  /** An option without a module: {@code -s}, {@code -d}, {@code -i}, {@code -o}, {@code -f}. */
  public IptablesLine option(String option, String value, boolean negated) {
    plain.add((negated ? "! " : "") + option + " " + value);
    return this;
  }

  /** {@code -m module [!] option value}; the value may be empty. */
  public IptablesLine match(String module, String option, String value, boolean negated) {
    String named = modules.add(module) ? "-m " + module + " " : "";
    String text = (negated ? "! " : "") + option + (value.isEmpty() ? "" : " " + value);
    matches.add(named + text);
    return this;
  }

  /** {@code -j DNAT --to-destination …} or {@code -g chain}. */
  public IptablesLine target(String text) {
    target = text;
    return this;
  }

  /** Without {@code -A chain}. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>(plain);
    if (!protocol.isEmpty()) {
      all.add(protocol);
    }
    all.addAll(matches);
    all.add(target);
    return String.join(" ", all.stream().filter(s -> !s.isEmpty()).toList());
  }
}
