package org.hookline.lab.recorded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.lab.Difference;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.model.Network;
import org.hookline.model.iface.InterfaceKind;

/** Puts the simulator's predictions beside what the kernel did in recorded cases. */
public final class Against {
  private Against() {}

  /**
   * Predicts and compares every probe of every case.
   *
   * @throws IOException when a file cannot be read
   */
  public static AgainstReport run(List<Path> files) throws IOException {
    List<ProbeResult> results = new ArrayList<>();
    for (Path file : files) {
      for (RecordedCase recorded : RecordedCase.of(file)) {
        results.addAll(compare(recorded));
      }
    }
    return new AgainstReport(List.copyOf(results));
  }

  /** Predicts and compares the probes of one case. */
  public static List<ProbeResult> compare(RecordedCase recorded) {
    Network network = CaseNetwork.of(recorded);
    Optional<String> obstacle = obstacle(network);
    List<ProbeResult> results = new ArrayList<>();
    if (obstacle.isPresent()) {
      for (RecordedProbe probe : recorded.probes()) {
        results.add(
            result(recorded, probe, Judgement.NOT_COMPARABLE, Optional.empty(), obstacle.get()));
      }
      return results;
    }
    CaseRun run = new CaseRun(network);
    for (RecordedProbe probe : recorded.probes()) {
      Predicted predicted = run.predict(probe, 1);
      Optional<Difference> difference = Comparing.first(predicted, probe.outcome());
      Judgement judgement = difference.isPresent() ? Judgement.DIFFERED : Judgement.AGREED;
      results.add(result(recorded, probe, judgement, difference, ""));
    }
    return results;
  }

  private static ProbeResult result(
      RecordedCase recorded,
      RecordedProbe probe,
      Judgement judgement,
      Optional<Difference> difference,
      String reason) {
    return new ProbeResult(
        recorded.profile(), recorded.id(), probe.index(), judgement, difference, reason);
  }

  /** What of the host under test the model cannot carry. */
  private static Optional<String> obstacle(Network network) {
    boolean bridged =
        network.host(RecordedCase.HOST).orElseThrow().interfaces().stream()
            .anyMatch(i -> i.kind() instanceof InterfaceKind.Bridge);
    return bridged ? Optional.of("bridges are not in the model yet") : Optional.empty();
  }
}
