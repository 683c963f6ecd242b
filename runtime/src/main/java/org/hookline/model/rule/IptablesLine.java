package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One rule in the form of {@code iptables-save}, collected option by option: the plain options in
 * its order, then each {@code -m module} before its options.
 */
public final class IptablesLine {
  /** iptables: iptables/iptables.c print_rule4() */
  private static final List<String> ORDER = List.of("-s", "-d", "-i", "-o", "-p", "-f");

  /** Modules whose options say something about the packet each by itself. */
  private static final Set<String> SEVERAL =
      Set.of("tcp", "udp", "udplite", "sctp", "dccp", "iprange");

  /** What iptables prints bare; everything else it quotes. */
  private static final String BARE = "[A-Za-z0-9_-]+";

  private final Map<Integer, String> plain = new TreeMap<>();
  private final List<String> matches = new ArrayList<>();
  private final Set<String> options = new HashSet<>();
  private String module = "";
  private Optional<String> conflict = Optional.empty();
  private String target = "";

  /** {@code -p tcp} or {@code ! -p tcp}; saying the same twice is the same as once. */
  public IptablesLine protocol(String name, boolean negated) {
    return option("-p", name, negated);
  }

  /** An option without a module: {@code -s}, {@code -d}, {@code -i}, {@code -o}, {@code -f}. */
  public IptablesLine option(String option, String value, boolean negated) {
    String text = text(option, value, negated);
    String before = plain.put(ORDER.indexOf(option), text);
    if (before != null && !before.equals(text)) {
      conflict = Optional.of("'" + before + "' and '" + text + "'");
    }
    return this;
  }

  /**
   * {@code -m name [!] option value}; the value may be empty. Options that follow each other share
   * one {@code -m} where the module takes several.
   */
  public IptablesLine match(String name, String option, String value, boolean negated) {
    boolean joins = SEVERAL.contains(name) && name.equals(module) && !options.contains(option);
    if (!joins) {
      options.clear();
    }
    options.add(option);
    module = name;
    matches.add((joins ? "" : "-m " + name + " ") + text(option, value, negated));
    return this;
  }

  /** {@code -m name …} with options that stand for themselves, shared with no other match. */
  public IptablesLine apart(String text) {
    module = "";
    matches.add(text);
    return this;
  }

  /** Other words for the modules of a line; its protocol holds as well. */
  public IptablesLine spelled(IptablesLine meaning, String text) {
    int protocol = ORDER.indexOf("-p");
    if (meaning.plain.containsKey(protocol)) {
      plain.put(protocol, meaning.plain.get(protocol));
    }
    return apart(text);
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

  /**
   * A text as one argument, quoted where iptables-save quotes it.
   *
   * <p>iptables: libxtables/xtables.c xtables_save_string()
   */
  public static String quoted(String text) {
    return text.matches(BARE) ? text : inQuotes(text);
  }

  /** A text as one argument, in quotes whatever it is. */
  public static String inQuotes(String text) {
    return '"' + text.replaceAll("([\\\\\"'])", "\\\\$1") + '"';
  }

  /** Only what follows the plain options: {@code -m tcp --dport 80}. */
  public String modules() {
    return String.join(" ", matches);
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
