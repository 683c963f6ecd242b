package org.hookline.dsl.tests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.stream.Stream;
import org.hookline.lab.Difference;
import org.hookline.lab.LabReport;
import org.hookline.lab.Recording;
import org.hookline.lab.Recording.Played;
import org.hookline.lab.Replay;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kernel once said of the first example, compared with the simulator of today; no root. */
class MultiUplinkRecordedTest {

  static Stream<String> variants() throws Exception {
    return MultiUplink.variants().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void theSimulatorSaysWhatTheKernelDid(String variant) throws Exception {
    Network network = MultiUplink.network(variant);
    Recording recording = Recording.read(MultiUplink.recording("6.18", variant));
    assertThat(recording.played())
        .extracting(Played::name)
        .containsExactlyElementsOf(MultiUplink.story().keySet());
    LabReport report = Replay.of(network, recording);
    assertThat(report.flows())
        .allSatisfy(flow -> assertThat(flow.differences()).as(flow.flow().name()).isEmpty());
    assertThat(report.summary().compared()).isEqualTo(MultiUplink.story().size());
  }

  @Test
  void theWordAboutTheUnrepairedHostContradictsTheRepair() throws Exception {
    Network repaired = MultiUplink.network("after-rules");
    Recording recording = Recording.read(MultiUplink.recording("6.18", "before"));
    Played one =
        recording.played().stream()
            .filter(p -> p.name().equals("tcp internet 202.38.70.7 to 202.141.160.110:50000"))
            .findFirst()
            .orElseThrow();
    Recording alone = new Recording(recording.kernel(), List.of(), List.of(one));
    assertThat(Replay.of(repaired, alone).flows().get(0).differences())
        .extracting(Difference::toString)
        .first(STRING)
        .startsWith("packet 8: predicted mirrors vlan10 out: tcp 202.141.160.110:50000 > ")
        .contains(", the kernel: mirrors vlan95 out: tcp 202.141.160.110:50000 > ");
  }
}
