package org.hookline.lab.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.lab.recorded.Against;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.NotRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator is known to do differently: each line with a case that shows it. */
class KnownGapsTest {

  static Stream<String> names() {
    return KnownGaps.ALL.stream().map(KnownGaps.Gap::name);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("names")
  void aGapThatHasClosedIsTakenOffTheList(String name)
      throws IOException, NotRecorded, URISyntaxException {
    Path recorded = Path.of(KnownGapsTest.class.getResource(name + ".jsonl").toURI());
    assertThat(Against.run(List.of(recorded)).of(Judgement.DIFFERED)).isNotEmpty();
  }

  @Test
  void theListIsShort() {
    assertThat(KnownGaps.ALL).hasSizeLessThanOrEqualTo(10);
  }
}
