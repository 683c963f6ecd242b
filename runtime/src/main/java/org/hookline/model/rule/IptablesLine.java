package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One rule in the form of {@code iptables-save}, collected option by option: addresses and
 * interfaces in its order, the protocol once, each {@code -m module} once and before its options.
 */
public final class IptablesLine {
  private static final List<String> ORDER = List.of("-s", "-d", "-i", "-o", "-p");

  /** What iptables prints bare; everything else it quotes. */
  private static final String BARE = "[A-Za-z0-9_-]+";

  private final Map<Integer, String> plain = new TreeMap<>();
  private final List<String> matches = new ArrayList<>();
  private final Set<String> modules = new HashSet<>();
  private final Set<String> options = new HashSet<>();
  private Optional<String> conflict = Optional.empty();
  private String target = "";

  /** {@code -p tcp} or {@code ! -p tcp}; saying the same twice is the same as once. */
  public IptablesLine protocol(String name, boolean negated) {
    return option("-p", name, negated);
  }

  /** An option without a module: {@code -s}, {@code -d}, {@code -i}, {@code -o}. */
  public IptablesLine option(String option, String value, boolean negated) {
    String text = (negated ? "! " : "") + option + " " + value;
    String before = plain.put(ORDER.indexOf(option), text);
    if (before != null && !before.equals(text)) {
      conflict = Optional.of("'" + before + "' and '" + text + "'");
    }
    return this;
  }

  /** {@code -m module [!] option value}; the value may be empty. */
  public IptablesLine match(String module, String option, String value, boolean negated) {
    boolean repeated = !options.add(module + " " + option);
    String named = modules.add(module) || repeated ? "-m " + module + " " : "";
    matches.add(named + text(option, value, negated));
    return this;
  }

  /** The same, of a module that takes one option: it is named each time. */
  public IptablesLine instance(String module, String option, String value, boolean negated) {
    matches.add("-m " + module + " " + text(option, value, negated));
    return this;
  }

  private static String text(String option, String value, boolean negated) {
    return (negated ? "! " : "") + option + (value.isEmpty() ? "" : " " + value);
  }

  /** {@code -j DNAT --to-destination …} or {@code -g chain}. */
  public IptablesLine target(String text) {
    target = text;
    return this;
  }

  /** Two options that iptables does not take together in one rule. */
  public Optional<String> conflict() {
    return conflict;
  }

  /** A text as one argument, quoted as iptables-save does it. */
  public static String quoted(String text) {
    return text.matches(BARE) ? text : '"' + text.replaceAll("([\\\\\"'])", "\\\\$1") + '"';
  }

  /** Without {@code -A chain}. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>(plain.values());
    all.addAll(matches);
    all.add(target);
    return String.join(" ", all.stream().filter(s -> !s.isEmpty()).toList());
  }
}
