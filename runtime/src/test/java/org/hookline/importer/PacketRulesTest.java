package org.hookline.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.match.Matches;
import org.hookline.model.rule.target.Targets;
import org.junit.jupiter.api.Test;

/** Packet rules as iptables-save prints them. */
class PacketRulesTest {
  private static final Path EVERYTHING = Path.of("src/test/resources/importer/text/iptables-save");

  static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static List<PacketTable> tables(String text) {
    return PacketRules.read(new Dump("iptables-save", text), new Findings());
  }

  /** The saved form of rules, without headers and dates. */
  static List<String> saved(List<PacketTable> tables) {
    List<String> lines = new ArrayList<>();
    for (PacketTable table : tables) {
      lines.add("*" + table.name().word());
      for (Chain chain : table.chains()) {
        boolean builtIn = table.name().builtIn().contains(chain.name());
        String policy = !builtIn ? "-" : chain.policyDrop() ? "DROP" : "ACCEPT";
        lines.add(":" + chain.name() + " " + policy + " [0:0]");
      }
      for (Chain chain : table.chains()) {
        chain
            .rules()
            .forEach(r -> lines.add(("-A " + chain.name() + " " + r.iptables().get(0)).trim()));
      }
      lines.add("COMMIT");
    }
    return lines;
  }

  @Test
  void everyMatchAndTargetIsWrittenAsItWasRead() throws IOException {
    String text = text(EVERYTHING);
    List<String> written = saved(tables(text));
    List<String> read = text.lines().filter(l -> !l.startsWith("#")).toList();
    assertThat(written).hasSameSizeAs(read);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      if (!read.get(i).equals(written.get(i))) {
        different.add(read.get(i) + "\n  became " + written.get(i));
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void theFixtureHasEveryModuleAndTarget() throws IOException {
    String text = text(EVERYTHING);
    List<String> missing = new ArrayList<>();
    Matches.modules().stream().filter(m -> !text.contains("-m " + m + " ")).forEach(missing::add);
    Targets.names().stream()
        .filter(t -> !text.matches("(?s).*-j " + t + "[ \n].*"))
        .forEach(missing::add);
    assertThat(missing)
        .as("not loadable here: a module that iptables lacks, and targets of old kernels")
        .containsExactlyInAnyOrder(
            "udplite", "cgroup", "nfacct", "LED", "QUEUE", "SECMARK", "ULOG");
  }

  @Test
  void whatIsNotUnderstoodIsListedWithItsLine() {
    Findings findings = new Findings();
    Dump dump =
        new Dump(
            "box/iptables-save",
            """
            *filter
            :INPUT ACCEPT [0:0]
            -A INPUT -m geoip --source-country A1 -j DROP
            -A INPUT -p tcp -m tcp --dport http-alt -j ACCEPT
            -A INPUT -s bad.host.example -j ACCEPT
            -A INPUT -j FULLCONENAT --to-ports 1
            -A NOWHERE -j ACCEPT
            COMMIT
            *future
            :X - [0:0]
            COMMIT
            """);
    List<PacketTable> tables = PacketRules.read(dump, findings);
    assertThat(findings.unmodelled().stream().map(u -> u.origin().line() + " " + u.why()))
        .containsExactly(
            "3 nobody knows the module geoip",
            "4 'http-alt' is not a port or port range",
            "5 'bad.host.example' is not an IP address",
            "6 there is neither a chain nor a known target FULLCONENAT",
            "7 no rule of a chain of this table",
            "9 no such table is in the model",
            "10 no such table is in the model");
    assertThat(saved(tables))
        .contains(
            "-A INPUT -m geoip --source-country A1 -j DROP",
            "-A INPUT -p tcp -m tcp --dport http-alt -j ACCEPT",
            "-A INPUT -s bad.host.example -j ACCEPT");
  }

  @Test
  void rulesOfRestoreFilesMayUseLongNamesAndImpliedModules() {
    Stream<String> rules =
        tables(
                """
                *filter
                :INPUT ACCEPT
                :LATER -
                -A INPUT --source 10.0.0.0/255.0.0.0 --protocol tcp --dport 22: ! --syn --jump LATER
                -A INPUT -s ! 10.0.0.1 -p icmp --icmp-type echo-request -j REJECT
                [5:300] -A INPUT -m state ! --state NEW -j DROP
                COMMIT
                """)
            .get(0)
            .chains()
            .get(0)
            .rules()
            .stream()
            .map(r -> r.nft() + " | " + r.iptables().get(0));
    assertThat(rules)
        .containsExactly(
            "saddr 10.0.0.0/8 tcp dport 22-65535 tcp flags != syn / fin,syn,rst,ack jump LATER |"
                + " -s 10.0.0.0/8 -p tcp -m tcp --dport 22: ! --syn -j LATER",
            "saddr != 10.0.0.1 icmp type echo-request reject with icmp-port-unreachable |"
                + " ! -s 10.0.0.1/32 -p icmp -m icmp --icmp-type echo-request -j REJECT",
            "ct state != new drop | -m state ! --state NEW -j DROP");
  }

  @Test
  void aSignBehindFragmentsBelongsToTheNextOption() {
    String rule =
        tables("*filter\n:INPUT ACCEPT\n-A INPUT -f ! -i lo -j DROP\nCOMMIT\n")
            .get(0)
            .chains()
            .get(0)
            .rules()
            .get(0)
            .iptables()
            .get(0);
    assertThat(rule).isEqualTo("! -i lo -f -j DROP");
  }
}
