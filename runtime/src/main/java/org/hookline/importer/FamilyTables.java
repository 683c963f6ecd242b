package org.hookline.importer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Accept;
import org.hookline.source.Origin;

/**
 * The tables of iptables and of ip6tables as one rule set, which is what the language has. Rules at
 * the beginning and at the end of a chain that are the same for both stay one rule; any other is
 * limited to its family, by all of that family's addresses where it names none.
 */
final class FamilyTables {
  private final boolean sharing;

  private FamilyTables(boolean sharing) {
    this.sharing = sharing;
  }

  /** All tables, those of IPv4 first. A table of IPv6 in which nothing happens adds nothing. */
  static List<PacketTable> together(List<PacketTable> fourth, List<PacketTable> sixth) {
    List<PacketTable> all = new ArrayList<>();
    for (PacketTable table : fourth) {
      all.add(
          sixth.stream()
              .filter(other -> other.name() == table.name() && acts(other))
              .findFirst()
              .map(other -> both(table, other))
              .orElse(table));
    }
    for (PacketTable table : sixth) {
      if (acts(table) && fourth.stream().noneMatch(other -> other.name() == table.name())) {
        all.add(both(new PacketTable(table.name(), List.of(), table.origin()), table));
      }
    }
    return List.copyOf(all);
  }

  private static boolean acts(PacketTable table) {
    return table.chains().stream().anyMatch(c -> c.policyDrop() || !c.rules().isEmpty());
  }

  /** Some rule has to speak of IPv6, or nobody sees that the table is for it too. */
  private static PacketTable both(PacketTable fourth, PacketTable sixth) {
    PacketTable shared = new FamilyTables(true).merged(fourth, sixth);
    boolean seen = shared.chains().stream().flatMap(c -> c.rules().stream()).anyMatch(Rule::ofIpv6);
    return seen ? shared : new FamilyTables(false).merged(fourth, sixth);
  }

  private PacketTable merged(PacketTable fourth, PacketTable sixth) {
    Set<String> names = new LinkedHashSet<>();
    fourth.chains().forEach(chain -> names.add(chain.name()));
    sixth.chains().forEach(chain -> names.add(chain.name()));
    boolean builtIn = !fourth.chains().isEmpty();
    List<Chain> chains = new ArrayList<>();
    for (String name : names) {
      boolean policy = fourth.name().builtIn().contains(name);
      chains.add(chain(name, fourth.chain(name), sixth.chain(name), policy));
    }
    return new PacketTable(fourth.name(), chains, builtIn ? fourth.origin() : sixth.origin());
  }

  private Chain chain(
      String name, Optional<Chain> fourth, Optional<Chain> sixth, boolean withPolicy) {
    List<Rule> some = fourth.map(Chain::rules).orElse(List.of());
    List<Rule> others = sixth.map(Chain::rules).orElse(List.of());
    int most = sharing ? Math.min(some.size(), others.size()) : 0;
    int before = 0;
    while (before < most && same(some.get(before), others.get(before))) {
      before++;
    }
    int behind = 0;
    while (behind < most - before
        && same(some.get(some.size() - 1 - behind), others.get(others.size() - 1 - behind))) {
      behind++;
    }
    List<Rule> rules = new ArrayList<>(some.subList(0, before));
    some.subList(before, some.size() - behind).forEach(rule -> rules.add(only(Family.IPV4, rule)));
    others
        .subList(before, others.size() - behind)
        .forEach(rule -> rules.add(only(Family.IPV6, rule)));
    rules.addAll(some.subList(some.size() - behind, some.size()));
    boolean drops = fourth.filter(Chain::policyDrop).isPresent();
    boolean alsoDrops = sixth.filter(Chain::policyDrop).isPresent();
    if (withPolicy && drops != alsoDrops) {
      Origin said = (drops ? fourth : sixth).map(Chain::origin).orElse(Origin.NONE);
      Rule passes = Rule.of(new Accept(), said);
      rules.add(only(drops ? Family.IPV6 : Family.IPV4, passes));
    }
    Origin origin = fourth.or(() -> sixth).map(Chain::origin).orElse(Origin.NONE);
    return new Chain(name, drops || alsoDrops, rules, origin);
  }

  private static boolean same(Rule rule, Rule other) {
    return rule.matches().equals(other.matches()) && rule.target().equals(other.target());
  }

  private static Rule only(Family family, Rule rule) {
    if (rule.matches().stream().anyMatch(match -> speaksOf(family, match))) {
      return rule;
    }
    List<Match> matches = new ArrayList<>(rule.matches());
    matches.add(0, new Saddr(false, AddressSet.all(family)));
    return new Rule(matches, rule.target(), rule.policy(), rule.origin());
  }

  private static boolean speaksOf(Family family, Match match) {
    return match instanceof Saddr source && !source.negated() && within(family, source.addresses())
        || match instanceof Daddr destination
            && !destination.negated()
            && within(family, destination.addresses());
  }

  private static boolean within(Family family, AddressSet addresses) {
    return !addresses.isEmpty() && addresses.only(family).equals(addresses);
  }
}
