package org.hookline.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.model.KernelEntries;
import org.hookline.model.route.PolicyRule;

/**
 * The output of {@code ip rule}, as text or with {@code -j}.
 *
 * <p>iproute2: ip/iprule.c print_rule()
 */
final class PolicyRules {
  private final RouteTables tables;
  private final Findings findings;
  private final List<PolicyRule> rules = new ArrayList<>();

  private PolicyRules(RouteTables tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  /** The rules in order of evaluation; tables that they look up are mentioned. */
  static List<PolicyRule> read(Dump dump, RouteTables tables, Findings findings) {
    PolicyRules reader = new PolicyRules(tables, findings);
    if (dump.isJson()) {
      JsonDump.items(dump, findings).forEach(reader::item);
    } else {
      dump.lines().stream().filter(l -> !l.text().isBlank()).forEach(reader::line);
    }
    reader.rules.sort(Comparator.comparingLong(PolicyRule::preference));
    return List.copyOf(reader.rules);
  }

  /** The output of {@code ip -6 rule}, without what the kernel makes itself. */
  static List<PolicyRule> ofIpv6(Dump dump, RouteTables tables, Findings findings) {
    List<PolicyRule> rules = new ArrayList<>();
    for (PolicyRule rule : read(dump, tables, findings)) {
      boolean own =
          KernelEntries.rules().stream()
              .anyMatch(r -> r.preference() == rule.preference() && r.text().equals(rule.text()));
      if (isOfIpv6(rule)) {
        rules.add(rule);
      } else if (!own) {
        String why = "a policy rule of IPv6 without an address is not in the model";
        findings.unmodelled(rule.preference() + ": " + rule.text(), why, rule.origin());
      }
    }
    return rules;
  }

  private static boolean isOfIpv6(PolicyRule rule) {
    return Stream.of(rule.selector().from(), rule.selector().to())
        .flatMap(Optional::stream)
        .anyMatch(prefix -> prefix.family() == Family.IPV6);
  }

  /** The rules of both families, which are asked by their preferences. */
  static List<PolicyRule> together(List<PolicyRule> some, List<PolicyRule> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingLong(PolicyRule::preference))
        .toList();
  }

  private void take(PolicyRuleLine rule, Dump.Line line) {
    rules.add(rule.rule());
    rule.table().ifPresent(t -> tables.mention(t, line.origin()));
    findings.count(Counted.POLICY_RULES);
    for (String words : rule.unknownWords()) {
      findings.unmodelled(
          line.text(), "'" + words + "' of a policy rule is not in the model", line.origin());
    }
  }

  private void line(Dump.Line line) {
    PolicyRuleLine rule = new PolicyRuleLine(line.origin());
    try {
      Iterator<String> words = line.words().iterator();
      String label = words.next();
      rule.preference(label.endsWith(":") ? label.substring(0, label.length() - 1) : label);
      while (words.hasNext()) {
        word(words.next(), words, rule);
      }
      take(rule, line);
    } catch (Malformed e) {
      findings.unread(line, e);
    }
  }

  private static void word(String word, Iterator<String> words, PolicyRuleLine rule) {
    switch (word) {
      case "not" -> rule.not();
      case "from" -> rule.from(value(words));
      case "to" -> rule.to(value(words));
      case "iif", "dev" -> rule.iif(value(words));
      case "oif" -> rule.oif(value(words));
      case "fwmark" -> rule.fwmark(value(words));
      case "tos", "dsfield" -> rule.tos(value(words));
      case "ipproto" -> rule.ipproto(value(words));
      case "sport" -> rule.sport(value(words));
      case "dport" -> rule.dport(value(words));
      case "uidrange" -> rule.uids(value(words));
      case "lookup", "table" -> rule.table(value(words));
      case "suppress_prefixlength" -> rule.suppress(value(words));
      case "goto" -> rule.leap(value(words));
      case "nop", "blackhole", "unreachable", "prohibit" -> rule.action(word);
      case "proto", "protocol" -> value(words);
      case "suppress_ifgroup" -> rule.suppressGroup(value(words));
      case "realms", "l3mdev" -> rule.unknown(word + " " + value(words));
      case "[detached]", "[unresolved]" -> {}
      default -> rule.unknown(word);
    }
  }

  private static String value(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new Malformed("bad-rule", "the last word needs a value", "a value behind it");
    }
    return words.next();
  }

  private void item(JsonDump.Item item) {
    PolicyRuleLine rule = new PolicyRuleLine(item.origin());
    try {
      for (String key : item.json().keySet()) {
        key(key, item, rule);
      }
      take(rule, item.line());
    } catch (Malformed e) {
      findings.unread(item.line(), e);
    }
  }

  private static void key(String key, JsonDump.Item item, PolicyRuleLine rule) {
    String text = item.text(key).orElse("");
    switch (key) {
      case "priority" -> rule.preference(text);
      case "not" -> rule.not();
      case "src" -> rule.from(item.text("srclen").map(n -> text + "/" + n).orElse(text));
      case "dst" -> rule.to(item.text("dstlen").map(n -> text + "/" + n).orElse(text));
      case "iif" -> rule.iif(text);
      case "oif" -> rule.oif(text);
      case "fwmark" -> rule.fwmark(item.text("fwmask").map(m -> text + "/" + m).orElse(text));
      case "tos" -> rule.tos(text);
      case "ipproto" -> rule.ipproto(text);
      case "sport" -> rule.sport(text);
      case "dport" -> rule.dport(text);
      case "sport_start" -> rule.sport(text + "-" + item.text("sport_end").orElse(text));
      case "dport_start" -> rule.dport(text + "-" + item.text("dport_end").orElse(text));
      case "uid_start" -> rule.uids(text + "-" + item.text("uid_end").orElse(text));
      case "table" -> rule.table(text);
      case "suppress_prefixlen", "suppress_prefixlength" -> rule.suppress(text);
      case "suppress_ifgroup" -> rule.suppressGroup(text);
      case "goto" -> rule.leap(text);
      case "nop" -> rule.action(key);
      case "action" -> rule.action(text);
      case "srclen", "dstlen", "fwmask", "sport_end", "dport_end", "uid_end" -> {}
      case "protocol", "iif_detached", "oif_detached", "unresolved" -> {}
      default -> rule.unknown(key);
    }
  }
}
