package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;

/** Capacity of translations, and networks compared with one another. */
class NewPropertiesTest {
  private static final String LAN =
      """
      host pc { interface eth0 { address 10.0.0.2/24 } table main { default via 10.0.0.1 } }
      host gw {
        sysctl net.ipv4.ip_forward = 1
        interface lan { address 10.0.0.1/24 }
        interface wan { address 192.0.2.1/24 }
        nat { %s }
      }
      host web { interface eth0 { address 192.0.2.9/24 } listen tcp 80 listen udp 53 }
      segment inside { pc.eth0, gw.lan }
      segment outside { gw.wan, web.eth0 }
      """;

  @Test
  void aNamedRangeHoldsAsManyConnectionsAsItHasPorts() {
    String snat = "chain POSTROUTING { oif wan tcp snat to 192.0.2.1:1024-1027 }";
    assertThat(verdict(snat, "from pc to 192.0.2.9 tcp 80", 4)).isEqualTo(Verdict.PROVED);
    assertThat(verdict(snat, "from pc to 192.0.2.9 tcp 80", 5)).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void withoutARangeTheClassOfTheOriginalPortCounts() {
    String masquerade = "masquerade oif wan";
    assertThat(verdict(masquerade, "from pc to 192.0.2.9 tcp 80", 424)).isEqualTo(Verdict.PROVED);
    PropertyResult tooMany =
        judged(masquerade, "from pc to 192.0.2.9 tcp 80 holds 425 connections").get(0);
    assertThat(tooMany.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(tooMany.failing()).hasSize(1);
    assertThat(tooMany.failing().get(0).sport()).hasToString("[512-1023]");
    assertThat(verdict(masquerade, "from pc to 192.0.2.9 tcp 80 sport 32768-60999", 64512))
        .isEqualTo(Verdict.PROVED);
    assertThat(verdict(masquerade, "from pc to 192.0.2.9 tcp 80 sport 32768-60999", 64513))
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatIsNotTranslatedHoldsAnyNumber() {
    assertThat(
            verdict("chain POSTROUTING { udp masquerade }", "from pc to 192.0.2.9 tcp 80", 99999))
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aCheckIsJudgedForEachItemOfItsSet() {
    List<CheckResult> results =
        check(
            LAN.formatted("masquerade oif wan")
                + """
                set doors = { 192.0.2.9, 192.0.2.7 }
                check "answers" for door in doors, 10.0.0.1 { from pc to door tcp 80 replied }
                """);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    results.forEach(r -> verdicts.put(r.check().name(), r.properties().get(0).verdict()));
    assertThat(verdicts)
        .containsExactly(
            Map.entry("answers for 192.0.2.9", Verdict.PROVED),
            Map.entry("answers for 192.0.2.7", Verdict.REFUTED),
            Map.entry("answers for 10.0.0.1", Verdict.REFUTED));
  }

  @Test
  void networksThatDoTheSameAreProvedTheSame() {
    PropertyResult result = compared("masquerade oif wan", "from pc to 192.0.2.9 tcp 1-1000", "");
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatDiffersIsListedExactlyUnlessItIsExcepted() {
    String other = "masquerade oif wan } filter { chain FORWARD { tcp dport 80 drop }";
    PropertyResult result = compared(other, "from pc to 192.0.2.9 tcp 1-1000", "");
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(result.failing()).hasSize(1);
    assertThat(result.failing().get(0).dport()).hasToString("[80]");
    assertThat(
            compared(
                    other,
                    "from pc to 192.0.2.9 tcp 1-1000",
                    "except from pc to 192.0.2.9 tcp 79-80")
                .verdict())
        .isEqualTo(Verdict.PROVED);
  }

  private static PropertyResult compared(String before, String flows, String except) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("before.hkl", LAN.formatted(before));
    files.put(
        "after.hkl",
        LAN.formatted("masquerade oif wan")
            + "check \"c\" { "
            + flows
            + " same as \"before.hkl\" "
            + except
            + " }");
    Network network = Hkl.network(Hkl.load(files));
    return Hookline.of(network).check(check -> {}).get(0).properties().get(0);
  }

  private static Verdict verdict(String nat, String flows, int count) {
    return judged(nat, flows + " holds " + count + " connections").get(0).verdict();
  }

  private static List<PropertyResult> judged(String nat, String check) {
    return check(LAN.formatted(nat) + "check \"c\" { " + check + " }").get(0).properties();
  }

  private static List<CheckResult> check(String text) {
    return Hookline.of(Hkl.network(text)).check(check -> {});
  }
}
