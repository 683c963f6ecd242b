package org.hookline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The paths do what a real kernel did; {@link KernelFactsKernelTest} asks the kernel again. */
class KernelFactsTest {

  static Paths paths(Network network) {
    return PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
  }

  @TestFactory
  Stream<DynamicTest> theSimulatorSaysWhatTheKernelDid() throws IOException {
    KernelWord word = KernelWord.read();
    return Facts.all().stream()
        .map(
            fact ->
                DynamicTest.dynamicTest(
                    fact.name(),
                    () -> {
                      KernelWord.Said said = word.said().get(fact.name());
                      assertThat(said).as("the kernel's word, in %s", KernelWord.FILE).isNotNull();
                      assertThat(said.commands()).isEqualTo(KernelWord.commands(fact));
                      assertThat(said.stimulus()).isEqualTo(fact.stimulus().toString());
                      assertThat(
                              Foretelling.differences(
                                  paths(fact.wired()), fact, said.observation()))
                          .isEmpty();
                    }));
  }

  @Test
  void theCommonCommandsAreTheOnesThatWereRun() throws IOException {
    assertThat(KernelWord.read().common()).isEqualTo(KernelWord.commonCommands());
  }

  @Test
  void everyWordOfTheKernelBelongsToAFact() throws IOException {
    assertThat(KernelWord.read().said().keySet())
        .containsExactlyElementsOf(Facts.all().stream().map(Fact::name).toList());
  }
}
