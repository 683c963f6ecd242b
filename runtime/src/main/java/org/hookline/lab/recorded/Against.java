package org.hookline.lab.recorded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.lab.Difference;
import org.hookline.lab.recorded.AgainstReport.Place;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.sim.Recorder;

/** Puts the simulator's predictions beside what the kernel did in recorded cases. */
public final class Against {
  private Against() {}

  /**
   * Predicts and compares every probe of every case.
   *
   * @throws IOException when a file cannot be read
   * @throws NotRecorded when a file holds something else; a damaged case is none that can be
   *     compared, and the others count
   */
  public static AgainstReport run(List<Path> files) throws IOException, NotRecorded {
    List<ProbeResult> results = new ArrayList<>();
    for (Path file : files) {
      try (RecordedCases cases = RecordedCases.open(file)) {
        for (Optional<RecordedCase> next = cases.next(); next.isPresent(); next = cases.next()) {
          results.addAll(compare(next.get()));
        }
      }
    }
    return new AgainstReport(List.copyOf(results));
  }

  /** Predicts and compares the probes of one case. */
  public static List<ProbeResult> compare(RecordedCase recorded) {
    return compare(recorded, Recorder.NONE);
  }

  /**
   * Predicts and compares the probes of one case.
   *
   * @param onlooker is told the predicted steps
   */
  public static List<ProbeResult> compare(RecordedCase recorded, Recorder onlooker) {
    Optional<String> flaw = CaseForm.flaw(recorded);
    if (flaw.isPresent()) {
      return incomparable(recorded, "the case is damaged: " + flaw.get());
    }
    Network network = CaseNetwork.of(recorded);
    Optional<String> obstacle = obstacle(network.host(RecordedCase.HOST).orElseThrow());
    return obstacle.isPresent()
        ? incomparable(recorded, obstacle.get())
        : compare(recorded, new CaseRun(network), onlooker);
  }

  private static List<ProbeResult> incomparable(RecordedCase recorded, String reason) {
    return recorded.probes().stream()
        .map(probe -> ProbeResult.incomparable(place(recorded, probe), reason))
        .toList();
  }

  private static List<ProbeResult> compare(RecordedCase recorded, CaseRun run, Recorder onlooker) {
    List<ProbeResult> results = new ArrayList<>();
    for (RecordedProbe probe : recorded.probes()) {
      Predicted predicted = run.predict(probe, onlooker);
      Place place = place(recorded, probe);
      if (predicted.assumed().isPresent()) {
        results.add(ProbeResult.incomparable(place, predicted.assumed().get()));
      } else {
        Optional<Difference> difference = Comparing.first(predicted, probe.outcome());
        Optional<String> excuse =
            difference.flatMap(d -> run.limited().reason(probe.outcome().wire()));
        results.add(
            excuse.isPresent()
                ? ProbeResult.incomparable(place, excuse.get())
                : ProbeResult.compared(place, difference, probe.outcome().untraced()));
      }
    }
    return results;
  }

  private static Place place(RecordedCase recorded, RecordedProbe probe) {
    return new Place(recorded.profile(), recorded.id(), probe.index());
  }

  /** What of the host under test the model cannot carry. */
  private static Optional<String> obstacle(Host host) {
    boolean bridged =
        host.interfaces().stream()
            .map(Interface::kind)
            .anyMatch(kind -> kind instanceof InterfaceKind.Bridge);
    return bridged
        ? Optional.of("bridges are not in the model yet")
        : host.unmodelled().stream()
            .findFirst()
            .map(w -> "not in the model: " + w.what() + ": " + w.why());
  }
}
