package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.ide.hover.HoverText;
import org.hookline.dsl.ide.hover.Hovered;
import org.hookline.dsl.reference.Meanings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said about a word under the mouse. */
class HoverTest {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Test
  void aNameSaysWhatItIsAndTheCommentInFrontOfIt() {
    assertThat(
            hover(
                """
                host box {
                  /** The card
                   * on the left. */
                  interface eth0 { address 10.0.0.1/24 }
                }
                segment s { box.eth<|>0 }
                """))
        .isEqualTo(
            """
            ```hookline
            interface eth0 { address 10.0.0.1/24 }
            ```
            on host `box`, written in main.hkl:4

            The card
            on the left.""");
  }

  @Test
  void theHostOfAPortHasItsOwnHover() {
    assertThat(
            hover(
                """
                /** The mirror. */
                host box { interface eth0 }
                segment s { bo<|>x.eth0 }
                """))
        .contains("host box", "The mirror.");
  }

  @Test
  void whatTheKernelBringsSaysSo() {
    assertThat(hover("host a { rules { from 10.0.0.0/8 lookup ma<|>in } }"))
        .contains("every host has it", "The table of ordinary routes");
  }

  @Test
  void aPolicyShowsItsPlainRules() {
    assertThat(
            hover(
                """
                service web = tcp 80, udp 443
                host a { nat { publ<|>ish 10.0.0.1 web to 10.0.1.2 } }
                """))
        .endsWith(
            """
            ```
            iptables -t nat -A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.1.2
            iptables -t nat -A PREROUTING -d 10.0.0.1/32 -p udp -m udp --dport 443 -j DNAT --to-destination 10.0.1.2
            ```""");
  }

  @Test
  void aRuleSaysWhatItsTargetDoesAndWhereItStands() {
    assertThat(
            hover(
                """
                host a { filter { chain INPUT {
                  tcp dport 22 accept
                  tcp dport 80 dr<|>op
                } } }
                """))
        .isEqualTo(
            """
            The packet is gone; nobody is told.

            Rule 2 of 2 in filter INPUT of `a`:

            ```
            iptables -t filter -A INPUT -p tcp -m tcp --dport 80 -j DROP
            ```""");
  }

  @Test
  void aPolicyRuleShowsTheOrderInWhichTheKernelAsks() {
    assertThat(
            hover(
                """
                host a {
                  interface eth0 { address 10.0.0.1/24 }
                  table telecom 101 { default via 10.0.0.2 dev eth0 }
                  rules {
                    32000: from 10.1.0.0/16 lookup main
                    fr<|>om 10.2.0.0/16 lookup telecom
                  }
                }
                """))
        .endsWith(
            """
            `ip rule` on `a`:

            ```
              0:\tfrom all lookup local
            > 31999:\tfrom 10.2.0.0/16 lookup telecom
              32000:\tfrom 10.1.0.0/16 lookup main
              32766:\tfrom all lookup main
              32767:\tfrom all lookup default
            ```""");
  }

  @Test
  void aRouteNamesTheRulesThatLeadToItsTable() {
    assertThat(
            hover(
                """
                host a {
                  interface eth0 { address 10.0.0.1/24 }
                  table telecom 101 { default v<|>ia 10.0.0.2 dev eth0 }
                  rules { 100: from 10.2.0.0/16 lookup telecom }
                }
                """))
        .contains(
            "ip route add default via 10.0.0.2 dev eth0 table telecom",
            "100:\tfrom 10.2.0.0/16 lookup telecom");
  }

  @Test
  void aSysctlSaysWhatItDoes() {
    assertThat(hover("host a { interface e sysctl net.ipv4.conf.all.rp_<|>filter = 1 }"))
        .contains("looked up as if it were a destination");
  }

  @Test
  void aKernelSaysWhatItDoesAndWhatNotYet() {
    assertThat(hover("host a { kernel 2.6.<|>18 }")).contains("not yet: rp_filter = 2 checks only");
    assertThat(hover("host a { kernel 6.<|>1 }")).doesNotContain("not yet: rp_filter");
  }

  @Test
  void aPropertySaysWhatItDemands() {
    assertThat(hover("host a { } check \"x\" { from any at a in lo symm<|>etric at a }"))
        .startsWith("The answer of every answered flow leaves the host");
  }

  @Test
  void aBlankSaysNothing() {
    Scene scene = Scene.of("host a { }  <|>  host b { }");
    assertThat(Scene.service(HoverText.class).at(scene.file(), scene.cursor())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyTargetPolicyActionAndPropertyIsExplained() {
    return HKL.getEClassifiers().stream()
        .filter(EClass.class::isInstance)
        .map(EClass.class::cast)
        .filter(
            kind ->
                Stream.of(
                        HKL.getPacketTarget(),
                        HKL.getNatPolicy(),
                        HKL.getRuleVerdict(),
                        HKL.getCheckProperty())
                    .anyMatch(general -> general.isSuperTypeOf(kind) && general != kind))
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getName(),
                    () -> assertThat(Scene.service(Meanings.class).of(kind)).isPresent()));
  }

  private static String hover(String marked) {
    Scene scene = Scene.of(marked);
    return Scene.service(HoverText.class)
        .at(scene.file(), scene.cursor())
        .map(Hovered::markdown)
        .orElseThrow();
  }
}
