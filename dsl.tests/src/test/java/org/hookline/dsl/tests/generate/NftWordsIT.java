package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Family;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.Backend;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nft makes of every match and target, and what iptables itself would say in its words. */
class NftWordsIT {
  @TempDir Path directory;

  private static NftPlace place(PacketTable table, Chain chain) {
    boolean builtIn = table.name().builtIn().contains(chain.name());
    return new NftPlace(Set.of(Family.IPV4), builtIn ? Set.of(chain.name()) : Set.of());
  }

  @Test
  void onlyWhatNftCannotSayIsRefused() {
    Set<String> refused = new TreeSet<>();
    for (PacketTable table : RuleTextIT.host().packetTables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          rule.nftables(place(table, chain)).conflict().ifPresent(refused::add);
        }
      }
    }
    assertThat(refused)
        .containsExactlyInAnyOrder(
            "needs a protocol in nft",
            "nft has no words for a prefix with \" or $",
            "nft has no words for bits of ct mark among others of meta mark: into 0xff");
  }

  /** The rules that nft has words for. */
  private static Host sayable(Host host) {
    List<PacketTable> tables = new ArrayList<>();
    for (PacketTable table : host.packetTables()) {
      List<Chain> chains = new ArrayList<>();
      for (Chain chain : table.chains()) {
        NftPlace place = place(table, chain);
        List<Rule> rules =
            chain.rules().stream()
                .filter(r -> r.nftables(place).conflict().isEmpty())
                .filter(r -> r.inexpressible().isEmpty())
                .filter(r -> !UNSUPPORTED.matcher(r.nftables(place).lines().toString()).find())
                .toList();
        chains.add(new Chain(chain.name(), chain.policyDrop(), rules, chain.origin()));
      }
      tables.add(new PacketTable(table.name(), chains, table.origin()));
    }
    return new Host(
        host.name(),
        host.kernel(),
        host.sysctls(),
        host.interfaces(),
        host.tables(),
        host.rules(),
        tables,
        List.of(),
        List.of(),
        List.of(),
        host.origin());
  }

  /** What this kernel lacks or takes at other hooks only. */
  private static final Pattern UNSUPPORTED = Pattern.compile("queue num|rt mtu|ct helper");

  @Test
  void whatItSaysIsLoadedAndListedTheSameTwice() throws IOException {
    for (Host host : List.of(RuleTextIT.host(), RuleTextIT.imported())) {
      Path script =
          Scripts.of(RuleTextIT.network(sayable(host)), Backend.NFTABLES)
              .writeTo(directory.resolve(host.name() + host.packetTables().size()))
              .values()
              .iterator()
              .next();
      try (Namespace box = Namespace.open()) {
        assertThat(box.apply(script)).contains("nft nftables.nft");
        assertThat(box.apply(script)).isEmpty();
      }
    }
  }

  private static final Pattern TRANSLATED =
      Pattern.compile("nft 'add rule ip \\S+ \\S+ ?(.*)'", Pattern.DOTALL);

  /** Rules that iptables-translate says in other words of the same meaning, or wrongly. */
  private static final List<String> OTHERWISE =
      List.of(
          // the same ports, as those that are left out
          "--sport 1024:65535",
          "--dport 0:49151",
          // translated with xor before and, which is another value
          "--set-xmark 0x1/0xff",
          // the other states; without "ip", nft reads the prefix as an address
          "! --ctstate RELATED,UNTRACKED",
          "--ctorigdst 192.0.2.0/24",
          // three matches where one will do
          "-m multiport ! --dports 1,101:102",
          // quotation marks cannot be said, and iptables-translate says them
          "--comment \"two words");

  /** Each rule in the words of both, as nft lists it once it is loaded. */
  @Test
  void iptablesItselfTranslatesTheRulesInTheSameWay() {
    Map<String, String> ours = new LinkedHashMap<>();
    Map<String, String> theirs = new LinkedHashMap<>();
    for (PacketTable table : sayable(RuleTextIT.host()).packetTables()) {
      for (Chain chain : table.chains()) {
        chain.rules().stream()
            .filter(rule -> rule.matches().size() == 1)
            .filter(rule -> OTHERWISE.stream().noneMatch(rule.iptables().toString()::contains))
            .forEach(rule -> translate(table, chain, rule, ours, theirs));
      }
    }
    assertThat(ours).hasSizeGreaterThan(40);
    assertThat(ours).containsExactlyEntriesOf(theirs);
  }

  private static void translate(
      PacketTable table,
      Chain chain,
      Rule rule,
      Map<String, String> ours,
      Map<String, String> theirs) {
    List<String> lines = rule.nftables(place(table, chain)).lines();
    if (lines.size() != 1 || rule.iptables().size() != 1) {
      return;
    }
    String text = rule.iptables().get(0);
    String command = "iptables-translate -t " + table.name().word() + " -A " + chain.name() + " ";
    Ended ended = Ended.run("sh", "-c", "eval " + command + "\"$1\"", "sh", text);
    Matcher translated = TRANSLATED.matcher(ended.output().strip());
    if (translated.matches()) {
      String words = translated.group(1).replace("counter ", "").strip();
      ours.put(text, listed(table, chain, lines.get(0)));
      theirs.put(text, listed(table, chain, words));
    }
  }

  private static String listed(PacketTable table, Chain chain, String words) {
    String type = table.name().word().equals("nat") ? "nat" : "filter";
    String hook = chain.name().equals("user") ? "forward" : chain.name().toLowerCase(Locale.ROOT);
    String text =
        "table ip t {\nchain user { }\nchain c { type "
            + type
            + " hook "
            + hook
            + (type.equals("nat") ? " priority -100\n" : " priority -300\n")
            + words
            + "\n}\n}\n";
    String load = "nft -f - && nft -s list chain ip t c";
    Ended ended = Ended.run(Map.of(), text, List.of("unshare", "-n", "sh", "-c", load));
    assertThat(ended.errors()).as(words).isEmpty();
    return ended.output().lines().skip(3).limit(1).map(NftWordsIT::plain).findFirst().orElse("");
  }

  private static String plain(String listed) {
    return listed
        .strip()
        .replace("ip protocol", "meta l4proto")
        .replace("l4proto gre", "l4proto 47");
  }
}
