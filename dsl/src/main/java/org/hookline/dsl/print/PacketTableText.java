package org.hookline.dsl.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.Protocol;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Match;
import org.hookline.source.Origin;

/** The packet tables of a host, rule by rule. */
final class PacketTableText {
  private final Sheet sheet;
  private final Set<String> interfaces;

  PacketTableText(Sheet sheet, Host host) {
    this.sheet = sheet;
    this.interfaces = host.interfaces().stream().map(Interface::name).collect(Collectors.toSet());
  }

  void write(PacketTable table) {
    sheet.blank();
    sheet.open(table.name().word(), Origin.NONE);
    table.chains().forEach(this::chain);
    sheet.close();
  }

  private void chain(Chain chain) {
    String head = "chain " + chain.name() + (chain.policyDrop() ? " policy drop" : "");
    if (chain.rules().isEmpty()) {
      sheet.line(head + " { }");
      return;
    }
    sheet.open(head, Origin.NONE);
    chain.rules().forEach(rule -> sheet.line(words(rule, interfaces), rule.origin()));
    sheet.close();
  }

  /** A rule as a text of the language has it. */
  static String words(Rule rule, Set<String> interfaces) {
    List<String> words = new ArrayList<>();
    protocolOfSpelled(rule).ifPresent(p -> words.add("meta l4proto " + p));
    rule.matches().forEach(m -> words.add(m.hkl(interfaces)));
    words.add(rule.target().hkl());
    return words.stream().filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
  }

  /** What iptables' words take for granted, because {@code -p} of the same rule said it. */
  private static Optional<Protocol> protocolOfSpelled(Rule rule) {
    Optional<Protocol> said = Optional.empty();
    Optional<Protocol> meant = Optional.empty();
    for (Match match : rule.matches()) {
      if (match.hkl(Set.of()).startsWith("xt ")) {
        meant = meant.or(() -> protocol(match));
      } else {
        said = said.or(() -> protocol(match));
      }
    }
    return said.isPresent() ? Optional.empty() : meant;
  }

  private static Optional<Protocol> protocol(Match match) {
    IptablesLine line = new IptablesLine();
    match.iptables(line);
    return line.protocol();
  }
}
