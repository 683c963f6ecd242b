package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hookline.api.Hookline;
import org.hookline.check.Counterexample;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.junit.jupiter.api.Test;

/** Networks that differ in what is easy to overlook are not proved the same. */
class SameAsTest {
  private static final String FILTERED = "from outside b.eth0 to 10.0.2.2 tcp 80";

  /** A router between two outsides and a server. */
  private static String router(String filter, String gateway) {
    return """
    host b {
      sysctl net.ipv4.ip_forward = 1
      interface eth0 { address 10.0.0.1/24 }
      interface eth1 { address 10.0.1.1/24 }
      interface eth2 { address 10.0.2.1/24 }
      table main { default via %s }
      filter { chain FORWARD { %s } }
    }
    host c {
      interface e { address 10.0.2.2/24 }
      table main { default via 10.0.2.1 dev e }
      listen tcp 80
    }
    link b.eth2 -- c.e
    """
        .formatted(gateway, filter);
  }

  private static PropertyResult filtered(String before, String after, String flows, String but) {
    return compared(router(before, "10.0.0.9"), router(after, "10.0.0.9"), flows, but);
  }

  private static PropertyResult compared(String before, String after, String flows, String but) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("before.hkl", before);
    files.put(
        "after.hkl", after + "check \"c\" { " + flows + " same as \"before.hkl\" " + but + " }");
    return Hookline.of(Hkl.network(Hkl.load(files))).check(check -> {}).get(0).properties().get(0);
  }

  @Test
  void equalFiltersAreTheSame() {
    String drop = "tcp sport 7 drop";
    assertThat(filtered(drop, drop, FILTERED, "").verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void setsThatAreTooScatteredToListProveNothing() {
    String one = "ip saddr & 17.17.17.17 == 1.1.1.1 drop";
    PropertyResult result =
        filtered(one, one + " ip saddr & 17.17.17.17 == 1.1.1.0 drop", FILTERED, "");
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.unknown())
        .contains("the failing flows are too scattered to list all of them");
  }

  @Test
  void flagsOfTcpCount() {
    PropertyResult result =
        filtered(
            "tcp flags syn / syn,ack drop",
            "tcp flags ack / syn,ack drop",
            "from any at b in eth0 to 10.0.2.2 tcp 80",
            "");
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(result.failing()).allMatch(flows -> flows.text().contains("tcp.flags"));
  }

  @Test
  void anExceptionOfAnotherOriginExcusesNothing() {
    String drop = "saddr 10.0.0.7 drop";
    assertThat(filtered(drop, "", FILTERED, "except from c to 10.0.2.2 tcp 80").verdict())
        .isEqualTo(Verdict.REFUTED);
    assertThat(filtered(drop, "", FILTERED, "except " + FILTERED).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void theOutsidesWhereFlowsEndCount() {
    PropertyResult result =
        compared(
            router("", "10.0.0.9"),
            router("", "10.0.1.9"),
            "from c 10.0.2.2 to 9.9.9.9 tcp 80",
            "");
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void aFlowThatFailsHereIsShownOnItsWayHere() {
    PropertyResult result = filtered("", "saddr 10.0.0.7 drop", FILTERED, "");
    Counterexample example = result.counterexample().orElseThrow();
    assertThat(example.packet().src()).hasToString("10.0.0.7");
    assertThat(example.remark()).hasValue("its way here; in \"before.hkl\" it is delivered to c");
    assertThat(example.deciders()).anyMatch(why -> why.text().equals("saddr 10.0.0.7 drop"));
  }

  @Test
  void aFlowThatFailedBeforeOnlyIsShownOnItsWayThere() {
    PropertyResult result =
        filtered(
            "saddr 10.0.0.7-10.0.0.8 drop",
            "",
            FILTERED,
            "except from outside b.eth0 10.0.0.7 to 10.0.2.2 tcp 80");
    Counterexample example = result.counterexample().orElseThrow();
    assertThat(example.packet().src()).hasToString("10.0.0.8");
    assertThat(example.remark()).hasValue("its way in \"before.hkl\"; here it is delivered to c");
  }

  @Test
  void equalNetworksHaveNoFlowToShow() {
    assertThat(filtered("", "", FILTERED, "").counterexample()).isEmpty();
  }
}
