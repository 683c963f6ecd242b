package org.hookline.emit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.emit.link.Links;
import org.hookline.emit.nft.TranslatedTables;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.source.Origin;
import org.hookline.source.Problem;

/** Looks through a network for what cannot stand in a script. */
public final class Inspection {
  /** iptables: iptables/nft.c xtables_bridge, xtables_arp */
  private static final Map<UnplayedTable.Tool, String> FRAMES =
      Map.of(UnplayedTable.Tool.EBTABLES, "bridge ", UnplayedTable.Tool.ARPTABLES, "arp ");

  private final Names names = new Names();
  private final Backend backend;

  private Inspection(Backend backend) {
    this.backend = backend;
  }

  /** Everything that no tool would take; empty when scripts can be written. */
  public static List<Problem> of(Network network, Backend backend) {
    Inspection inspection = new Inspection(backend);
    Set<String> seen = new HashSet<>();
    for (Host host : network.hosts()) {
      if (!seen.add(host.name())) {
        inspection.names.refuse(
            "duplicate-host",
            "there are two hosts " + host.name(),
            "a name of its own for each",
            host.origin());
      }
      inspection.host(host);
    }
    return inspection.names.problems();
  }

  private void host(Host host) {
    names.host(host.name(), host.origin());
    host.sysctls()
        .settings()
        .forEach((key, setting) -> names.sysctl(key, setting.value(), setting.origin()));
    host.interfaces().forEach(this::iface);
    Links.cycle(host)
        .ifPresent(
            iface ->
                names.refuse(
                    "link-cycle",
                    "the link " + iface.name() + " lies on itself",
                    "a link that is there without it",
                    iface.origin()));
    references(host);
    host.packetTables().forEach(this::table);
    host.unplayedTables().forEach(table -> unplayed(host, table));
  }

  /** A table of nft that iptables' own would be, and what a tool has no words for. */
  private void unplayed(Host host, UnplayedTable table) {
    boolean taken =
        table.tool() == UnplayedTable.Tool.NFT
            && (host.iptables() == IptablesTool.NFT
                    && host.packetTables().stream()
                        .anyMatch(t -> table.title().matches("ip6? " + t.name().word()))
                || host.unplayedTables().stream()
                    .anyMatch(t -> table.title().equals(FRAMES.get(t.tool()) + t.title())));
    if (taken) {
      names.refuse(
          "taken-table",
          "nft's table " + table.title() + " is the one that iptables keeps its own rules in",
          "another name, or all rules in one of both",
          table.origin());
    }
    for (UnplayedTable.UnplayedChain chain : table.chains()) {
      if (table.tool() != UnplayedTable.Tool.NFT) {
        names.chain(chain.name(), chain.origin());
      }
      for (UnplayedTable.UnplayedRule rule : chain.rules()) {
        oneLine(rule.lines(), rule.origin());
        rule.texts().stream()
            .filter(text -> text.kind() != FreeText.Kind.CHAIN)
            .forEach(text -> names.free(text, rule.origin()));
        rule.conflict()
            .ifPresent(
                why ->
                    names.refuse(
                        "no-tool-words",
                        "a rule of " + table.tool().word() + " " + table.title() + ": " + why,
                        "what the tool has words for",
                        rule.origin()));
      }
    }
  }

  private void iface(Interface iface) {
    Origin origin = iface.origin();
    names.iface(iface.name(), origin);
    iface.kind().lower().ifPresent(name -> names.iface(name, origin));
    iface.kind().otherEnd().ifPresent(name -> names.iface(name, origin));
    iface.kind().linkAdd().forEach(word -> names.linkText(word, origin));
    iface.settings().alias().ifPresent(alias -> names.linkText(alias, origin));
    iface.addresses().forEach(a -> a.label().ifPresent(l -> names.linkText(l, a.origin())));
    iface.kind().ports().forEach(name -> names.iface(name, origin));
  }

  /** Interfaces that routes, rules and neighbours name, and tables that rules look up. */
  private void references(Host host) {
    host.tables().forEach(table -> table.routes().forEach(this::route));
    host.neighbours().forEach(n -> names.iface(n.dev(), n.origin()));
    host.rules()
        .forEach(
            rule -> {
              rule.selector().iif().ifPresent(i -> names.iface(i, rule.origin()));
              rule.selector().oif().ifPresent(o -> names.iface(o, rule.origin()));
              rule.action()
                  .lookedUp()
                  .filter(table -> host.table(table).isEmpty())
                  .ifPresent(table -> unknown("table", table, rule.origin()));
              forward(rule);
            });
  }

  private void route(Route route) {
    route.hops().forEach(hop -> names.iface(hop.dev(), route.origin()));
    String options = route.options().toString().strip();
    if (!options.isEmpty()) {
      names.linkText(options, route.origin());
    }
  }

  /** kernel: net/core/fib_rules.c fib_nl2rule(): "Backward goto not supported" */
  private void forward(PolicyRule rule) {
    long target = rule.action().leapsTo().orElse(Long.MAX_VALUE);
    if (target <= rule.preference()) {
      names.refuse(
          "goto-backwards",
          "goto " + target + " does not lead forward from " + rule.preference(),
          "the preference of a later rule",
          rule.origin());
    }
  }

  private void table(PacketTable table) {
    for (Chain chain : table.chains()) {
      if (!table.name().builtIn().contains(chain.name())) {
        names.chain(chain.name(), chain.origin());
      }
      chain.rules().forEach(rule -> rule(table, rule));
      Families.of(table).forEach(family -> words(table, chain, family));
    }
    for (String hook : table.name().builtIn()) {
      table.chain(hook).ifPresent(chain -> hook(hook, table, chain, new HashSet<>()));
    }
  }

  /** The rules that a hook leads to. */
  private void hook(String hook, PacketTable table, Chain chain, Set<String> seen) {
    if (!seen.add(chain.name())) {
      return;
    }
    for (Rule rule : chain.rules()) {
      rule.matches().stream()
          .filter(match -> match.refusedIn().contains(hook))
          .forEach(
              match ->
                  names.refuse(
                      "impossible-interface",
                      hook + " knows no such interface: " + match.nft(),
                      "the match without its limit to an interface",
                      rule.origin()));
      rule.target()
          .freeText()
          .filter(t -> t.kind() == FreeText.Kind.CHAIN)
          .flatMap(t -> table.chain(t.text()))
          .ifPresent(next -> hook(hook, table, next, seen));
    }
  }

  private void unknown(String kind, String name, Origin origin) {
    names.refuse(
        "unknown-" + kind,
        "there is no " + kind + " '" + ShellWord.comment(name) + "' on this host",
        "the name of one that the host has",
        origin);
  }

  private void rule(PacketTable table, Rule rule) {
    rule.target()
        .freeText()
        .filter(t -> t.kind() == FreeText.Kind.CHAIN && table.chain(t.text()).isEmpty())
        .ifPresent(t -> unknown("chain", t.text(), rule.origin()));
    rule.matches().forEach(m -> m.freeText().ifPresent(t -> names.free(t, rule.origin())));
    rule.target().freeText().ifPresent(t -> names.free(t, rule.origin()));
  }

  /** Nothing of a rule may end its line. */
  private void oneLine(List<String> lines, Origin origin) {
    lines.stream()
        .filter(line -> !line.equals(ShellWord.comment(line)))
        .filter(line -> names.problems().stream().noneMatch(p -> p.origin().equals(origin)))
        .forEach(
            line ->
                names.refuse(
                    "bad-extension",
                    "no file of rules can have '" + ShellWord.comment(line) + "'",
                    "the rule without line breaks and control characters",
                    origin));
  }

  /** What the tool that is to load the rules of a chain has no words for. */
  private void words(PacketTable table, Chain chain, Family family) {
    NftPlace place = TranslatedTables.place(table, chain, family);
    for (Rule rule : chain.rules()) {
      boolean nft = backend == Backend.NFTABLES;
      oneLine(nft ? rule.nftables(place).lines() : rule.iptables(family), rule.origin());
      Optional<String> conflict =
          backend == Backend.NFTABLES
              ? rule.nftables(place).conflict()
              : rule.inexpressible(family);
      conflict.ifPresent(
          why ->
              names.refuse(
                  backend == Backend.NFTABLES ? "no-nft-words" : "inexpressible-rule",
                  "a rule of table " + table.name().word() + " " + why,
                  backend == Backend.NFTABLES
                      ? "the rule in other words, or --backend iptables"
                      : "a rule that iptables has words for; further matches in a chain it jumps to",
                  rule.origin()));
    }
  }
}
