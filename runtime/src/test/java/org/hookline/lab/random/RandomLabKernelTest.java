package org.hookline.lab.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hookline.lab.KernelLab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random cases, judged by the running kernel. */
class RandomLabKernelTest {
  private static final long SEED = 20261130;
  private static final int CASES = 300;
  private static final int OFTEN = 5;

  /** Reasons that every run of this size meets. */
  private static final List<String> REASONS =
      List.of(
          "INVALID_PROTO",
          "IP_INADDRERRORS",
          "IP_INHDR",
          "IP_INNOROUTES",
          "IP_INVALID_DEST",
          "IP_INVALID_SOURCE",
          "IP_LOCALNET",
          "IP_LOCAL_SOURCE",
          "IP_NOPROTO",
          "IP_RPFILTER",
          "NEIGH_FAILED",
          "NETFILTER_DROP FORWARD",
          "NETFILTER_DROP INPUT",
          "NETFILTER_DROP OUTPUT",
          "NETFILTER_DROP POSTROUTING",
          "NETFILTER_DROP PREROUTING",
          "NOT_SPECIFIED",
          "NO_SOCKET",
          "QDISC_DROP");

  private static final List<String> STAGES =
      List.of(
          "ingress",
          "prerouting",
          "route",
          "input",
          "forward",
          "output",
          "postrouting",
          "egress",
          "neighbour",
          "arp",
          "socket",
          "answer",
          "icmp",
          "raw",
          "mangle",
          "nat",
          "filter",
          "security");

  @BeforeAll
  static void needsALab() {
    KernelLab.assumeAllowed();
  }

  @Test
  void threeHundredCasesOfRoutingAndFilteringEndAsTheKernelSays() throws LabFailure {
    RandomLab.Assignment assignment =
        new RandomLab.Assignment(
            Integer.getInteger("hookline.cases", CASES),
            Long.getLong("hookline.seed", SEED),
            List.of(Profile.ROUTING, Profile.FILTER));
    RandomReport report = RandomLab.run(assignment, played -> {});
    System.out.println(
        "Random cases, seed " + assignment.seed() + ": " + report.compared().profiles());
    assertThat(report.minimal()).as("seed " + assignment.seed()).isEmpty();
    assertThat(report.refused()).isEmpty();
    assertThat(report.compared().of(Judgement.DIFFERED)).isEmpty();
    assertThat(report.compared().summary().compared()).isGreaterThan(10 * assignment.count());
    Map<String, ? extends Map<String, Integer>> counts = report.coverage().counts();
    assertThat(counts.get("stages")).containsKeys(STAGES.toArray(String[]::new));
    assertThat(counts.get("stages").values()).allMatch(count -> count >= OFTEN);
    if (report.limits().isEmpty()) {
      Map<String, Integer> reasons = counts.get("drop reasons");
      assertThat(reasons).containsKeys(REASONS.toArray(String[]::new));
      assertThat(reasons.values()).as(reasons.toString()).allMatch(count -> count >= OFTEN);
    }
  }
}
