package org.hookline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BehavioursTest {

  private static KernelVersion version(String text) {
    return KernelVersion.parse(text);
  }

  @Test
  void rowsStandInTheOrderOfTheirFirstVersion() {
    assertThat(Behaviours.all())
        .extracting(Behaviour::since)
        .isSortedAccordingTo(KernelVersion::compareTo);
  }

  @Test
  void everyRowHasACodeOfItsOwnASentenceAndASource() {
    assertThat(Behaviours.all()).extracting(Behaviour::code).doesNotHaveDuplicates();
    for (Behaviour row : Behaviours.all()) {
      assertThat(row.code()).matches("[a-z0-9-]+");
      assertThat(row.what()).as(row.code()).isNotBlank().doesNotEndWith(".");
      assertThat(row.source())
          .as(row.code())
          .containsPattern("[a-z_0-9]+\\(\\)|commits? [0-9a-f]{12}|\\.[ch]\\b");
    }
  }

  @Test
  void everyTwoNeighbouringProfilesDiffer() {
    List<KernelVersion> profiles = Behaviours.PROFILES;
    for (int i = 1; i < profiles.size(); i++) {
      KernelDifferences differences =
          KernelDifferences.between(profiles.get(i - 1), profiles.get(i));
      assertThat(differences.gained()).as(profiles.get(i).toString()).isNotEmpty();
    }
  }

  @Test
  void aBehaviourOfOneVersionComesAndGoes() {
    Behaviour twice = Behaviours.BRIDGED_DNAT_CHECKED_TWICE;
    assertThat(twice.in(version("4.8"))).isFalse();
    assertThat(twice.in(version("4.9"))).isTrue();
    assertThat(twice.in(version("4.9.5"))).isTrue();
    assertThat(twice.in(version("4.10"))).isFalse();
    assertThat(twice.period()).isEqualTo("since Linux 4.9, until 4.10");
    assertThat(KernelDifferences.between(version("4.9"), version("5.4")).lost())
        .containsExactly(twice);
  }

  @Test
  void differencesTurnRoundWithTheVersions() {
    KernelDifferences forth = KernelDifferences.between(version("3.10"), version("6.18"));
    KernelDifferences back = KernelDifferences.between(version("6.18"), version("3.10"));
    assertThat(forth.gained())
        .contains(Behaviours.CONNTRACK_ON_DEMAND, Behaviours.RULES_BY_PORT)
        .doesNotContain(Behaviours.ROUTE_LOCALNET);
    assertThat(forth.lost()).isEmpty();
    assertThat(back.lost()).isEqualTo(forth.gained());
  }

  @Test
  void recordingsExistForOneVersion() {
    assertThat(new KernelProfile(version("6.18")).recorded()).isTrue();
    assertThat(new KernelProfile(version("6.18.3")).recorded()).isTrue();
    assertThat(new KernelProfile(version("6.1")).recorded()).isFalse();
    KernelPatch patch = KernelPatches.REROUTE_CHOOSES_SOURCE;
    assertThat(new KernelProfile(version("6.18"), List.of(patch)).recorded()).isFalse();
  }

  @Test
  void patchesAreWrittenBehindTheVersion() {
    KernelProfile kernel =
        new KernelProfile(
            version("4.9"),
            List.of(
                KernelPatches.named("reroute-chooses-source"), KernelPatches.BRIDGED_DNAT_STAYS));
    assertThat(kernel.has(KernelPatches.REROUTE_CHOOSES_SOURCE)).isTrue();
    assertThat(kernel.has(KernelPatches.REROUTE_MOVES_CONNECTION)).isFalse();
    assertThat(kernel).hasToString("4.9 with reroute-chooses-source, bridged-dnat-stays");
    assertThatThrownBy(() -> KernelPatches.named("no-such"))
        .hasMessageContaining("no patch is called 'no-such'");
  }

  @Test
  void theTableReachesFromTheFirstProfileToTheNewest() {
    assertThat(KernelDifferences.knows(version("2.6.32"))).isTrue();
    assertThat(KernelDifferences.knows(version("6.18.7"))).isTrue();
    assertThat(KernelDifferences.knows(version("2.6.31"))).isFalse();
    assertThat(KernelDifferences.knows(version("7.0"))).isFalse();
  }
}
