package org.hookline.dsl.tests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.dsl.generate.Scripts;
import org.hookline.lab.Agenda;
import org.hookline.lab.Drop;
import org.hookline.lab.Flow;
import org.hookline.lab.FlowReport;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.Observation;
import org.hookline.lab.Probe;
import org.hookline.lab.Recording;
import org.hookline.lab.Recording.Played;
import org.hookline.lab.Session;
import org.hookline.lab.Stimulus;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated scripts of the first example in namespaces of the running kernel: every flow does
 * there what the simulator says, packet by packet. {@code -Dlab.record=true} keeps what the kernel
 * said of the story's flows beside the example.
 */
class MultiUplinkKernelTest {
  private static final Optional<String> UNAVAILABLE = Lab.unavailable();

  @TempDir Path directory;

  static Stream<String> variants() throws Exception {
    return MultiUplink.variants().stream();
  }

  private Lab open(Network network) throws Exception {
    UNAVAILABLE.ifPresent(reason -> abort(reason));
    Scripts.of(network).writeTo(directory);
    Map<String, Path> scripts = new LinkedHashMap<>();
    for (Host host : network.hosts()) {
      scripts.put(host.name(), directory.resolve(host.name()).resolve("apply.sh"));
    }
    return Lab.open(network, scripts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void theKernelDoesWhatTheSimulatorSays(String variant) throws Exception {
    Network network = MultiUplink.network(variant);
    Map<String, Probe> story = MultiUplink.story();
    List<Played> played = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    try (Lab lab = open(network)) {
      for (FlowReport report : new Session(network, lab).play(agenda(), flow -> {}).flows()) {
        String name = report.flow().name();
        report.differences().forEach(difference -> differences.add(name + ": " + difference));
        report.order().notComparable().forEach(what -> differences.add(name + ": " + what));
        if (story.containsKey(name)) {
          played.add(new Played(name, story.get(name), report.observed()));
        }
      }
      assertThat(differences).as("differences in " + variant).isEmpty();
      record(variant, new Recording(lab.kernel(), lab.substitutions(), played));
    }
  }

  private static Agenda agenda() {
    List<Flow> flows = new ArrayList<>();
    MultiUplink.flows()
        .forEach((name, probe) -> flows.add(new Flow(name, new Stimulus.Opens(probe))));
    return new Agenda(flows, List.of());
  }

  private static void record(String variant, Recording recording) throws Exception {
    if (Boolean.getBoolean("lab.record")) {
      String[] release = recording.kernel().split("\\.", 3);
      recording.write(MultiUplink.recording(release[0] + "." + release[1], variant));
    }
  }

  @Test
  void theAnswerThatLeavesByTheWrongUplinkDiesAtTheGatewayOfTheOther() throws Exception {
    try (Lab lab = open(MultiUplink.network("before"))) {
      Observation seen = play(lab, "tcp internet 202.38.70.7 to 202.141.160.110:50000");
      assertThat(seen.result()).isEqualTo("timeout");
      assertThat(seen.wire())
          .extracting(Object::toString)
          .contains("mirrors vlan95 out: tcp 202.141.160.110:50000 > 202.38.70.7:40004 S. ttl 63");
      assertThat(seen.drops())
          .extracting(Drop::host, Drop::reason)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("g95", "IP_RPFILTER"));
    }
  }

  private static Observation play(Lab lab, String flow) throws LabFailure {
    return lab.play(MultiUplink.story().get(flow));
  }
}
