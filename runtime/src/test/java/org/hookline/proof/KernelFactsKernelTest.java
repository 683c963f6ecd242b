package org.hookline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hookline.lab.Drop;
import org.hookline.lab.KernelLab;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.Observation;
import org.hookline.lab.Probe;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running kernel says again what is kept of it; {@code -Dgolden=update} keeps what it says now.
 */
class KernelFactsKernelTest {
  private static final int LABS = 3;

  @TempDir Path directory;

  @Test
  void theKernelStandsByItsWord() throws Exception {
    KernelLab.assumeAllowed();
    Map<String, KernelWord.Said> said = new LinkedHashMap<>();
    String kernel = "";
    for (Heard heard : hear()) {
      kernel = heard.kernel();
      said.put(heard.fact().name(), heard.said());
    }
    if ("update".equals(System.getProperty("golden")) || !Files.exists(KernelWord.FILE)) {
      new KernelWord(kernel, KernelWord.commonCommands(), said).write();
    }
    KernelWord kept = KernelWord.read();
    for (Fact fact : Facts.all()) {
      assertThat(said.get(fact.name())).as(fact.name()).isEqualTo(kept.said().get(fact.name()));
    }
  }

  /** What a kernel said of a fact. */
  private record Heard(Fact fact, String kernel, KernelWord.Said said) {}

  /** Asks about all facts, a few at a time: most of it is waiting for what does not come. */
  private List<Heard> hear() throws InterruptedException, ExecutionException {
    ExecutorService labs = Executors.newFixedThreadPool(LABS);
    try {
      List<Future<Heard>> asked = new ArrayList<>();
      for (Fact fact : Facts.all()) {
        asked.add(labs.submit(() -> hear(fact)));
      }
      List<Heard> heard = new ArrayList<>();
      for (Future<Heard> one : asked) {
        heard.add(one.get());
      }
      return heard;
    } finally {
      labs.shutdownNow();
    }
  }

  private Heard hear(Fact fact) throws IOException {
    try (Lab lab =
        KernelLab.open(fact.network(), NativeScript.of(fact.network()), directory, fact.caches())) {
      KernelWord.Said said =
          new KernelWord.Said(
              KernelWord.commands(fact), fact.stimulus().toString(), ask(lab, fact));
      return new Heard(fact, lab.kernel(), said);
    } catch (LabFailure failure) {
      throw new AssertionError(fact.name() + ": " + failure.getMessage(), failure);
    }
  }

  private static Observation ask(Lab lab, Fact fact) throws LabFailure, IOException {
    Observation seen = fact.stimulus().in(new Asking()).of(lab);
    List<Drop> drops = new ArrayList<>();
    for (Drop drop : seen.drops()) {
      drops.add(new Drop(drop.host(), drop.reason(), "", Optional.empty()));
    }
    return KernelWord.observation(seen.result(), seen.wire(), drops);
  }

  /** A question that is still to be asked. */
  @FunctionalInterface
  private interface Question {
    Observation of(Lab lab) throws LabFailure;
  }

  private record Asking() implements Fact.Stimulus.Handler<Question> {
    @Override
    public Question probe(Probe probe) {
      return lab -> lab.play(probe);
    }

    @Override
    public Question frame(Port port, Headers packet) {
      return lab -> lab.inject(port, packet);
    }
  }
}
