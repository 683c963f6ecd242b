package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.agree.RandomNetworks;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.Backend;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.TableName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts whose packet rules are nft's own, on the real kernel. */
class NftIT {
  @TempDir Path directory;

  private Path router(Network network) throws IOException {
    return Scripts.of(network, Backend.NFTABLES).writeTo(directory).get("router");
  }

  @Test
  void aSecondRunPrintsAndChangesNothing() throws IOException {
    Network network = Networks.routerForNft();
    Path script = router(network);
    try (Namespace box = Namespace.open().withLinksOf(network.hosts().get(0))) {
      assertThat(box.apply(script)).contains("nft nftables.nft").doesNotContain("iptables");
      List<String> dump = box.dump();
      assertThat(dump).anyMatch(line -> line.contains("masquerade"));
      assertThat(box.apply(script)).isEmpty();
      assertThat(box.dump()).isEqualTo(dump);
    }
  }

  /** Every built-in chain, as the tool itself would register it. */
  @ParameterizedTest
  @EnumSource(IptablesTool.class)
  void theChainsStandWhereTheIptablesOfTheHostPutsThem(IptablesTool tool) throws IOException {
    String tables =
        Stream.of(TableName.values())
            .map(table -> table.word() + " { " + chains(table) + " }")
            .collect(Collectors.joining(" "));
    Network network =
        Networks.of("all.hkl", "host router { iptables " + tool.word() + " " + tables + " }");
    try (Namespace box = Namespace.open();
        Namespace other = Namespace.open()) {
      box.apply(router(network));
      for (TableName table : TableName.values()) {
        for (String chain : table.builtIn()) {
          other.must("iptables-nft", "-t", table.word(), "-A", chain);
        }
      }
      List<String> made = places(other);
      String security = "priority 150";
      assertThat(made).as("iptables-nft").hasSize(17).anyMatch(l -> l.contains(security));
      assertThat(places(box))
          .isEqualTo(
              tool == IptablesTool.NFT
                  ? made
                  : made.stream()
                      .map(line -> line.replace(security, "priority security"))
                      .sorted()
                      .toList());
    }
  }

  private static String chains(TableName table) {
    return table.builtIn().stream()
        .map(chain -> "chain " + chain + " { ip ttl 1 accept }")
        .collect(Collectors.joining(" "));
  }

  /** What stands in the first line of every base chain. */
  private static List<String> places(Namespace box) {
    return box.must("sh", "-c", "nft list ruleset 2>/dev/null")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("type "))
        .sorted()
        .toList();
  }

  private static final List<String> CHANGES =
      List.of(
          "nft add rule ip filter INPUT accept",
          "nft delete table ip nat",
          "nft flush chain ip filter trusted",
          "nft add chain ip filter another",
          "nft add table ip security",
          "nft add chain ip filter OUTPUT { policy drop; }",
          "nft flush ruleset");

  @TestFactory
  Stream<DynamicTest> whatSomebodyChangedIsMadeGood() throws IOException {
    Network network = Networks.routerForNft();
    Path script = router(network);
    Namespace box = Namespace.open().withLinksOf(network.hosts().get(0));
    box.apply(script);
    List<String> dump = box.dump();
    return CHANGES.stream()
        .map(change -> DynamicTest.dynamicTest(change, () -> makeGood(box, script, dump, change)))
        .onClose(box::close);
  }

  private static void makeGood(Namespace box, Path script, List<String> dump, String change) {
    box.must("sh", "-c", change.replaceAll("\\{.*\\}", "'$0'"));
    assertThat(Namespace.differences(dump, box.dump())).as("the change is seen").isNotEmpty();
    assertThat(box.apply(script)).isEqualTo("nft nftables.nft\n");
    assertThat(Namespace.differences(dump, box.dump())).isEmpty();
    assertThat(box.apply(script)).as("second run").isEmpty();
  }

  @Test
  void tablesOfOthersAreLeftAlone() throws IOException {
    Network network = Networks.routerForNft();
    Path script = router(network);
    try (Namespace box = Namespace.open().withLinksOf(network.hosts().get(0))) {
      box.must("sh", "-c", "nft 'add table inet theirs; add chain inet theirs c'");
      box.apply(script);
      assertThat(box.must("nft", "list", "tables")).contains("table inet theirs");
      assertThat(box.apply(script)).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyHostOfEveryExampleIsConfiguredByItsScript() throws IOException {
    return Networks.examples().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Networks.ROOT.relativize(file).toString(),
                    () -> twice(Networks.of(file), directory.resolve(file.getFileName()))));
  }

  /** Networks with rules that nft has no words for are passed over. */
  @TestFactory
  Stream<DynamicTest> everyHostOfRandomNetworksIsConfiguredByItsScript() {
    return Stream.iterate(1L, seed -> seed + 1)
        .filter(seed -> Scripts.of(RandomNetworks.of(seed), Backend.NFTABLES).problems().isEmpty())
        .limit(10)
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> twice(RandomNetworks.of(seed), directory.resolve("random" + seed))));
  }

  private static void twice(Network network, Path into) throws IOException {
    Map<String, Path> scripts = Scripts.of(network, Backend.NFTABLES).writeTo(into);
    for (Host host : network.hosts()) {
      Path rules = scripts.get(host.name()).resolveSibling("nftables.nft");
      try (Namespace box = Namespace.open().withLinksOf(host)) {
        assertThat(box.run("nft", "-c", "-f", rules.toString()).errors()).isEmpty();
        box.apply(scripts.get(host.name()));
        List<String> dump = box.dump();
        assertThat(box.apply(scripts.get(host.name()))).isEmpty();
        assertThat(Namespace.differences(dump, box.dump())).isEmpty();
      }
    }
  }

  @Test
  void aTableThatTheKernelRefusesIsNamedByItsLineAndNothingChanges() throws IOException {
    Network network = Networks.routerForNft();
    Path script = router(network);
    Path rules = script.resolveSibling("nftables.nft");
    String broken =
        Files.readString(rules).replace("udp dport 53 notrack", "udp dport 53 nonsense");
    Files.writeString(rules, broken);
    try (Namespace box = Namespace.open().withLinksOf(network.hosts().get(0))) {
      List<String> dump = box.dump();
      Ended ended = box.run("sh", script.toString());
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.errors()).contains("nonsense").contains("router.hkl:42");
      assertThat(box.dump()).isEqualTo(dump);
    }
  }
}
