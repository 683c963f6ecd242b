package org.hookline.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Target;

/** Names of interfaces and chains as a text of the language can write them. */
final class ReadableNames {
  private static final String INTERFACE = "(?!(all|default)$)[A-Za-z0-9_][A-Za-z0-9_.@-]{0,14}";
  private static final String CHAIN = "[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,27}";
  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
  private static final int LONGEST_CHAIN = 28;

  private final Set<String> interfaces;

  /**
   * @param interfaces that a text can name
   */
  ReadableNames(Set<String> interfaces) {
    this.interfaces = interfaces;
  }

  static boolean isInterface(String name) {
    return name.matches(INTERFACE);
  }

  /** An interface that stands on none that cannot be named. */
  Interface iface(Interface iface) {
    InterfaceKind kind = iface.kind();
    boolean lost =
        kind.lower().or(kind::otherEnd).filter(name -> !interfaces.contains(name)).isPresent();
    boolean strange = kind.unmodelled().filter(type -> !type.matches(WORD)).isPresent();
    if (lost || strange) {
      kind = new InterfaceKind.Physical();
    } else if (!kind.ports().isEmpty()) {
      kind = new InterfaceKind.Bridge(kind.ports().stream().filter(interfaces::contains).toList());
    }
    return new Interface(
        iface.name(),
        kind,
        iface.addresses(),
        iface.mac(),
        iface.mtu(),
        iface.up(),
        iface.settings(),
        iface.origin());
  }

  /** The same table, its chains under names that a text can write: {@code ~log0} is _log0. */
  PacketTable table(PacketTable table) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Chain chain : table.chains()) {
      String name = chain.name();
      if (!name.matches(CHAIN)) {
        String plain = ("_" + name).replaceAll("[^A-Za-z0-9_.@+-]+", "_").replaceFirst("^_+", "_");
        name = plain.substring(0, Math.min(plain.length(), LONGEST_CHAIN - 4));
      }
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + "-" + i;
      }
      names.put(chain.name(), free);
    }
    List<Chain> chains = new ArrayList<>();
    for (Chain chain : table.chains()) {
      List<Rule> rules = chain.rules().stream().map(rule -> rule(rule, names)).toList();
      chains.add(new Chain(names.get(chain.name()), chain.policyDrop(), rules, chain.origin()));
    }
    return new PacketTable(table.name(), chains, table.origin());
  }

  private static Rule rule(Rule rule, Map<String, String> names) {
    Target target = rule.target();
    if (target instanceof Jump jump) {
      target = new Jump(names.getOrDefault(jump.chain(), jump.chain()));
    } else if (target instanceof GotoChain go) {
      target = new GotoChain(names.getOrDefault(go.chain(), go.chain()));
    }
    return new Rule(rule.matches(), target, rule.policy(), rule.origin());
  }
}
