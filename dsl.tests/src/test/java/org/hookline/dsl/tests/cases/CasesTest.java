package org.hookline.dsl.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator does what kernel 6.18 was seen to do in the cases that the project began with. */
class CasesTest {
  /** Hundredths of a case's answers that must be compared. */
  private static final int COMPARED = 90;

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "A_uplinks",
        "B_reroute",
        "F01_hook_order",
        "F02_conntrack",
        "F03_rpfilter",
        "F05_martian"
      })
  void theSimulatorDoesWhatTheKernelDid(String name) throws Exception {
    CaseFile file = CaseFile.read(name);
    List<String> differences = new ArrayList<>();
    for (CaseFile.Section section : file.sections()) {
      Simulated world = Simulated.of(file.network(section, directory), section.caches());
      for (CaseRow row : section.rows()) {
        Seen seen = row.predicted(world);
        row.broken(seen)
            .forEach(
                claim ->
                    differences.add(
                        section.title() + ", " + row.name() + ": not '" + claim + "' but " + seen));
      }
    }
    System.out.println(
        "Case " + name + ": " + file.compared() + " of " + file.rows() + " answers compared");
    file.skipped().forEach(reason -> System.out.println("  not compared: " + reason));
    assertThat(differences).as(name).isEmpty();
    assertThat(file.compared() * 100)
        .as("answers of " + name)
        .isGreaterThanOrEqualTo(file.rows() * COMPARED);
  }
}
