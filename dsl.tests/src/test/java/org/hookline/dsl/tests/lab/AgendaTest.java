package org.hookline.dsl.tests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.lab.Agenda;
import org.hookline.lab.Flow;
import org.junit.jupiter.api.Test;

/** What a lab plays of a description. */
class AgendaTest {

  @Test
  void simulationsWitnessesAndClassesArePlayedEachFlowOnce() throws Exception {
    Agenda agenda = Agenda.of(MultiUplink.network("before"));
    List<String> flows = agenda.flows().stream().map(f -> f.name() + " | " + f.stimulus()).toList();
    assertThat(flows)
        .contains(
            "simulation \"a client far away and one next door\" | "
                + "tcp from internet 202.38.70.7:40001 > 202.141.160.110:50000",
            "check \"rsync answers on every uplink\", witness against symmetric at mirrors | "
                + "tcp from internet 202.38.70.7:40000 > 202.141.160.110:50000",
            "check \"rsync answers on every uplink\" | "
                + "tcp from internet 221.224.40.18:40000 > 202.38.95.110:50000");
    assertThat(agenda.flows()).extracting(Flow::stimulus).doesNotHaveDuplicates();
    assertThat(agenda.omitted()).isEmpty();
  }

  @Test
  void anEmptyDescriptionLeavesNothingToPlay() throws Exception {
    Agenda agenda = Agenda.of(MultiUplink.network("base"));
    assertThat(agenda.flows()).extracting(Flow::name).noneMatch(n -> n.startsWith("simulation"));
  }
}
