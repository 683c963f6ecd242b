package org.hookline.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.check.CheckResult;
import org.hookline.check.Verdict;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void goesAllTheWayToACounterexampleThatTheSimulatorReplays() {
    CheckResult result = Rehearsal.play();
    assertThat(result.properties())
        .hasSize(2)
        .allSatisfy(
            property -> {
              assertThat(property.verdict()).isEqualTo(Verdict.REFUTED);
              assertThat(property.counterexample()).isPresent();
            });
  }
}
