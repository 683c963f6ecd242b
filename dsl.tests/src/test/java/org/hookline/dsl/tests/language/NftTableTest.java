package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.api.Hookline;
import org.hookline.check.Verdict;
import org.hookline.model.Host;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.IptablesTool;
import org.junit.jupiter.api.Test;

/** Tables of nft itself: lowered, and played with those of iptables. */
class NftTableTest {
  private static final String NETWORK =
      """
      host box {
        interface eth0 { address 10.0.0.1/24 }
        listen tcp 80
        %s
      }
      check "reached" {
        from outside box.eth0 10.0.0.9 to 10.0.0.1 tcp 80
        delivered to box
      }
      """;

  private static Verdict verdict(String tables) {
    return Hookline.of(Hkl.network(NETWORK.formatted(tables))).check(check -> {}).get(0).verdict();
  }

  private static List<String> bases(String tables) {
    Host box = Hkl.network(NETWORK.formatted(tables)).hosts().get(0);
    return box.ruleTables().stream()
        .flatMap(t -> t.baseChains(IptablesTool.NFT).stream())
        .map(NftTableTest::words)
        .toList();
  }

  private static String words(BaseChain base) {
    return base.table().title()
        + " "
        + base.chain().name()
        + ": "
        + base.type().word()
        + " "
        + base.hook().word()
        + " "
        + base.priority();
  }

  @Test
  void prioritiesAreNumbersNamesOrBoth() {
    assertThat(
            bases(
                """
                nft table ip x {
                  chain a { type filter hook input priority -5 policy drop }
                  chain b { type filter hook input priority security }
                  chain c { type filter hook input priority filter+10 }
                  chain d { type nat hook prerouting priority dstnat-1 }
                  chain e { accept }
                }
                filter { chain INPUT { } }"""))
        .containsExactly(
            "filter INPUT: filter input 0",
            "nft ip x a: filter input -5",
            "nft ip x b: filter input 50",
            "nft ip x c: filter input 10",
            "nft ip x d: nat prerouting -101");
  }

  @Test
  void acceptOfIptablesDoesNotKeepNftFromDropping() {
    assertThat(
            verdict(
                """
                filter { chain INPUT { accept } }
                nft table inet fw { chain in { type filter hook input priority 1 tcp dport 80 drop } }"""))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aPolicyThatDropsNeedsARuleThatAccepts() {
    String chain = "type filter hook input priority filter policy drop";
    assertThat(verdict("nft table inet fw { chain in { " + chain + " } }"))
        .isEqualTo(Verdict.REFUTED);
    assertThat(verdict("nft table inet fw { chain in { " + chain + " tcp dport 80 accept } }"))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aChainThatNobodyJumpsToIsNotAsked() {
    assertThat(verdict("nft table ip fw { chain mine { drop } }")).isEqualTo(Verdict.PROVED);
  }

  @Test
  void blocksOfOneTableAreOneTable() {
    assertThat(
            verdict(
                """
                nft table ip fw { chain in { type filter hook input priority 0 policy drop } }
                nft table ip fw { chain in { tcp dport 80 accept } }"""))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void targetsStandWhereTheKernelTakesThem() {
    assertThat(problems("chain c { type filter hook input priority 0 dnat to 10.0.0.2 }"))
        .contains(
            "target-not-allowed ''dnat to 10.0.0.2' cannot stand in a chain of type filter at input");
    assertThat(problems("chain c { type nat hook prerouting priority 0 masquerade }"))
        .contains("target-not-allowed");
    assertThat(problems("chain c { type filter hook postrouting priority 0 reject }"))
        .contains("target-not-allowed");
    assertThat(problems("chain c { type filter hook prerouting priority 0 reject }")).isEmpty();
    assertThat(problems("chain c { type nat hook input priority srcnat snat to 10.0.0.2 }"))
        .isEmpty();
  }

  @Test
  void natComesBehindConntrack() {
    assertThat(problems("chain c { type nat hook prerouting priority raw accept }"))
        .contains("nft-hook 'a chain of type nat cannot come before conntrack");
  }

  private static String problems(String chain) {
    return Hkl.problems(Hkl.load(NETWORK.formatted("nft table ip x { " + chain + " }")));
  }
}
