package org.hookline.lab.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static Pairing.Left left(List<String> said, List<String> seen) {
    return new Pairing(said, seen, new PortClasses()::same).left();
  }

  @Test
  void aFirstPartnerIsGivenUpForOneWhoHasNoOther() {
    Pairing.Left left =
        left(
            List.of("10.0.0.1:40007", "10.0.0.1:65467"),
            List.of("10.0.0.1:>=1024", "10.0.0.1:40007"));
    assertThat(left.said()).isEmpty();
    assertThat(left.seen()).isEmpty();
  }

  @Test
  void whatIsSeenTwiceHasToBeSaidTwice() {
    Pairing.Left left = left(List.of("a:1"), List.of("a:1", "a:1"));
    assertThat(left.said()).isEmpty();
    assertThat(left.seen()).containsExactly("a:1");
  }

  @Test
  void whoFitsNobodyStaysAlone() {
    Pairing.Left left = left(List.of("a:1", "a:2"), List.of("a:>=1024", "a:2"));
    assertThat(left.said()).containsExactly("a:1");
    assertThat(left.seen()).containsExactly("a:>=1024");
  }
}
