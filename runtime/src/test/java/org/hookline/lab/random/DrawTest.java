package org.hookline.lab.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn. */
class DrawTest {

  @ParameterizedTest
  @EnumSource(Profile.class)
  void equalSeedsDrawEqualCases(Profile profile) {
    assertThat(Draw.plan(profile, 7, 3).json()).isEqualTo(Draw.plan(profile, 7, 3).json());
  }

  @Test
  void otherSeedsAndNumbersDrawOthers() {
    Plan plan = Draw.plan(Profile.MIXED, 7, 3);
    assertThat(Draw.plan(Profile.MIXED, 8, 3).json()).isNotEqualTo(plan.json());
    assertThat(Draw.plan(Profile.MIXED, 7, 4).probes()).isNotEqualTo(plan.probes());
  }

  @Test
  void aCopyIsChangedAlone() {
    Plan plan = Draw.plan(Profile.FILTER, 1, 1);
    Plan copy = plan.copy();
    copy.host().route().clear();
    copy.probes().clear();
    copy.rules().rules().clear();
    assertThat(plan.probes()).isNotEmpty();
    assertThat(plan.json()).isEqualTo(Draw.plan(Profile.FILTER, 1, 1).json());
  }

  @Test
  void everyProfileHasItsWord() {
    assertThat(Profile.of("local-output")).contains(Profile.LOCAL_OUTPUT);
    assertThat(Profile.of("bridge")).isEmpty();
  }
}
