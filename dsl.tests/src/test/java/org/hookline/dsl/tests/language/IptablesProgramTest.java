package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.api.Hookline;
import org.hookline.check.Verdict;
import org.hookline.model.rule.IptablesTool;
import org.junit.jupiter.api.Test;

/** Which iptables a host has, and what that decides. */
class IptablesProgramTest {

  private static IptablesTool of(String text) {
    return Hkl.network(text).hosts().get(0).iptables();
  }

  @Test
  void aHostHasTheOneThatComesWithItsKernel() {
    assertThat(of("host box { }")).isEqualTo(IptablesTool.NFT);
    assertThat(of("host box { kernel 3.10 }")).isEqualTo(IptablesTool.LEGACY);
  }

  @Test
  void aHostHasTheOneThatItSays() {
    assertThat(of("host box { iptables legacy }")).isEqualTo(IptablesTool.LEGACY);
    assertThat(of("host box { kernel 4.19 iptables nft }")).isEqualTo(IptablesTool.NFT);
  }

  @Test
  void anAmendmentSaysWhatAnImportedHostHas() {
    assertThat(of("host box { iptables nft } amend host box { iptables legacy }"))
        .isEqualTo(IptablesTool.LEGACY);
  }

  @Test
  void onlyTheOneOfNftablesKeepsItsRulesInTablesOfNft() {
    String text =
        "host box { iptables %s nat { chain PREROUTING { accept } } nft table ip nat {"
            + " chain c { type nat hook prerouting priority 0 accept } } }";
    assertThat(Hkl.problems(Hkl.load(text.formatted("nft")))).contains("error taken-table");
    assertThat(Hkl.problems(Hkl.load(text.formatted("legacy")))).doesNotContain("taken-table");
  }

  /** A source that nat INPUT changes, and security looks at; HookFacts has the kernel's word. */
  private static Verdict reached(String program) {
    String text =
        """
        host box {
          %s
          interface eth0 { address 10.0.0.1/24 }
          listen udp 53
          nat { chain INPUT { udp dport 53 snat to 10.0.0.99 } }
          security { chain INPUT { saddr 10.0.0.99 drop } }
        }
        check "reached" {
          from outside box.eth0 10.0.0.9 to 10.0.0.1 udp 53
          delivered to box
        }
        """;
    return Hookline.of(Hkl.network(text.formatted(program))).check(check -> {}).get(0).verdict();
  }

  @Test
  void securityComesBehindNatOfInputWithTheOneOfNftables() {
    assertThat(reached("iptables nft")).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void securityComesBeforeNatOfInputWithTheOlderOne() {
    assertThat(reached("iptables legacy")).isEqualTo(Verdict.PROVED);
  }
}
