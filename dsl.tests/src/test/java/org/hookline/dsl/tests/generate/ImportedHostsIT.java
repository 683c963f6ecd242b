package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hookline.dsl.generate.Scripts;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imported, written as a text, generated, loaded and saved: the rules are those that were saved.
 */
class ImportedHostsIT {

  /** What rules refer to, and nobody imports. */
  private static final String SETS = "ipset create hkset hash:ip timeout 100 2>/dev/null";

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> theRuleSetIsTheSame() throws IOException {
    List<Path> hosts = new ArrayList<>();
    try (Stream<Path> found =
        Files.list(Networks.ROOT.resolve("dsl.tests/src/test/resources/import"))) {
      hosts.addAll(found.sorted().toList());
    }
    hosts.add(Networks.ROOT.resolve("runtime/src/test/resources/importer/text"));
    return hosts.stream()
        .map(d -> DynamicTest.dynamicTest(d.getFileName().toString(), () -> same(d)));
  }

  @Test
  void tenThousandRulesAreTheSame() throws IOException {
    StringBuilder saved = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n:zone - [0:0]\n");
    for (int rule = 0; rule < 10_000; rule++) {
      String address = "172.16." + rule / 250 + "." + rule % 250;
      saved.append("-A zone -d " + address + "/32 -p tcp -m tcp --dport " + rule + " -j ACCEPT\n");
    }
    Path large = Files.createDirectory(directory.resolve("large"));
    Files.writeString(large.resolve("iptables-save"), saved + "COMMIT\n");
    same(large);
  }

  private void same(Path from) throws IOException {
    ImportedNetwork imported = DirectoryImport.read(from).readable();
    Host host = imported.hosts().get(0).host();
    Network network = Networks.of("imported.hkl", ImportedText.of(imported, from));
    Path scripts = directory.resolve("of-" + host.name());
    Path script = Scripts.of(network).writeTo(scripts).get(host.name());
    try (Namespace first = Namespace.open().withLinksOf(host);
        Namespace second = Namespace.open().withLinksOf(host)) {
      first.run("sh", "-c", SETS);
      second.run("sh", "-c", SETS);
      first.must("sh", "-c", "iptables-restore <'" + from.resolve("iptables-save") + "'");
      boolean sixth = Files.exists(from.resolve("ip6tables-save"));
      if (sixth) {
        first.must("sh", "-c", "ip6tables-restore <'" + from.resolve("ip6tables-save") + "'");
      }
      Ended applied = second.run("sh", script.toString());
      // iptables-legacy and -nft say so wherever there are no names for connection labels
      assertThat(applied.errors().lines().filter(l -> !l.contains("connlabel.conf"))).isEmpty();
      assertThat(applied.exitCode()).isZero();
      assertThat(tables(second, "iptables-save")).isEqualTo(tables(first, "iptables-save"));
      if (sixth) {
        assertThat(tables(second, "ip6tables-save")).isEqualTo(tables(first, "ip6tables-save"));
      }
      assertThat(second.run("sh", script.toString()).output()).as("second run").isEmpty();
      if (Files.exists(from.resolve("ip-rule"))) {
        assertThat(second.must("ip", "-4", "rule").lines().map(ImportedHostsIT::words))
            .containsExactlyElementsOf(rules(host, false));
      }
      if (Files.exists(from.resolve("ip-6-rule"))) {
        assertThat(second.must("ip", "-6", "rule").lines().map(ImportedHostsIT::words))
            .containsAll(rules(host, true));
      }
    }
  }

  private static String words(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  /** The rules of a host as iproute2 prints them where no table has a name. */
  private static List<String> rules(Host host, boolean sixth) {
    return host.rules().stream()
        .filter(rule -> rule.selector().toString().contains("::") == sixth)
        .map(rule -> rule.preference() + ": " + rule.text())
        .map(
            text -> {
              String numbered = text;
              for (var table : host.tables()) {
                boolean known = table.id() >= 253 && table.id() <= 255;
                if (!known) {
                  numbered =
                      numbered.replaceFirst(
                          "lookup " + table.name() + "\\b", "lookup " + table.id());
                }
              }
              return numbered;
            })
        .toList();
  }

  /** What a tool saves: for each table its chains, in no order, and its rules, in order. */
  private static Map<String, List<String>> tables(Namespace box, String tool) {
    Map<String, List<String>> tables = new TreeMap<>();
    String table = "";
    for (String line : box.must("sh", "-c", tool + " 2>/dev/null").lines().toList()) {
      String plain = line.replaceAll(" \\[[0-9:]+\\]$", "");
      if (plain.startsWith("*")) {
        table = plain;
      } else if (plain.startsWith(":") || plain.startsWith("-A")) {
        String kind = plain.startsWith(":") ? " chains" : " " + plain.split(" ")[1];
        tables.computeIfAbsent(table + kind, k -> new ArrayList<>()).add(plain);
      }
    }
    tables.forEach((kind, lines) -> lines.sort(kind.endsWith(" chains") ? null : (a, b) -> 0));
    return tables;
  }
}
