package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.check.Verdict;
import org.hookline.model.Network;
import org.hookline.model.Unmodelled;
import org.junit.jupiter.api.Test;

/** Rules of ebtables, arptables and some of nft: read, resolved, and listed instead of played. */
class UnplayedRulesTest {
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

  private static List<String> unmodelled(String table) {
    return Hkl.network(NETWORK.formatted(table)).hosts().get(0).unmodelled().stream()
        .map(u -> u.origin().line() + " " + u.what() + ": " + u.why())
        .toList();
  }

  @Test
  void eachRuleAndEachPolicyThatDropsIsListedWithItsLine() {
    assertThat(
            unmodelled(
                """
                ebtables filter {
                    chain INPUT policy drop {
                      ether type arp accept
                      iif eth0 jump mine
                    }
                    chain mine { return }
                  }
                  nft table bridge fw {
                    chain in { type filter hook input priority 0 policy drop
                      tcp dport 22 accept
                    }
                  }
                  nft table inet fw {
                    chain in { type filter hook ingress device eth0 priority 0
                      tcp dport 22 accept
                    }
                    chain out { type filter hook output priority 0 drop }
                  }
                  arptables filter { chain OUTPUT { } }"""))
        .containsExactly(
            "5 ebtables filter INPUT policy drop: rules of ebtables are not in the model",
            "6 ebtables filter INPUT: ether type arp accept: rules of ebtables are not in the model",
            "7 ebtables filter INPUT: iif eth0 jump mine: rules of ebtables are not in the model",
            "9 ebtables filter mine: return: rules of ebtables are not in the model",
            "12 nft bridge fw in policy drop: rules of nft of family bridge are not in the model",
            "13 nft bridge fw in: tcp dport 22 accept:"
                + " rules of nft of family bridge are not in the model",
            "18 nft inet fw in: tcp dport 22 accept: rules of nft at a device are not in the model");
  }

  @Test
  void whatWouldBeProvedIsAssumedAndTheLineIsNamed() throws Exception {
    assertThat(judged("").verdict()).isEqualTo(Verdict.PROVED);
    CheckResult result =
        judged("nft table arp fw { chain in { type filter hook input priority 0 drop } }");
    assertThat(result.verdict()).isEqualTo(Verdict.ASSUMED);
    assertThat(result.properties().get(0).assumptions())
        .containsExactly(
            "nft arp fw in: drop: rules of nft of family arp are not in the model (test.hkl:4)");
  }

  private static CheckResult judged(String table) {
    Network network = Hkl.network(NETWORK.formatted(table));
    return Hookline.of(network).check(check -> {}).get(0);
  }

  @Test
  void chainsAreFoundInTheirOwnTableOnly() {
    assertThat(
            Hkl.problems(
                Hkl.load(
                    NETWORK.formatted(
                        "ebtables nat { chain one { return } }"
                            + " ebtables filter { chain INPUT { jump one } }"))))
        .contains("unknown-chain 'no chain of this table is called 'one'");
    assertThat(
            Hkl.problems(
                Hkl.load(
                    NETWORK.formatted(
                        "filter { chain one { return } }"
                            + " nft table ip x { chain two { jump one } }"))))
        .contains("unknown-chain 'no chain of this table is called 'one'");
  }

  @Test
  void anUnmodelledElementNeedsNoReason() {
    assertThat(unmodelled("unmodelled \"the weather\""))
        .containsExactly("4 the weather: nobody says why");
    List<Unmodelled> all = Hkl.box("unmodelled \"a\" because \"b\"").unmodelled();
    assertThat(all).extracting(Unmodelled::why).containsExactly("b");
  }
}
