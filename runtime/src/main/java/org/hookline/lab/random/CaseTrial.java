package org.hookline.lab.random;

import com.google.gson.JsonObject;
import java.util.List;
import org.hookline.lab.CaseLab;
import org.hookline.lab.CaseLab.Patience;
import org.hookline.lab.LabFailure;
import org.hookline.lab.recorded.Against;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.lab.recorded.RecordedCase;
import org.hookline.lab.recorded.RecordedProbe;
import org.hookline.sim.Recorder;

/** A case that the kernel played, beside what the simulator says. */
record CaseTrial(RecordedCase played, List<ProbeResult> results) {

  /**
   * Plays quickly, and once more at leisure if that differs: a busy machine may be late.
   *
   * @param onlooker is told the predicted steps, once
   */
  static CaseTrial of(Plan plan, CaseLab lab, Recorder onlooker) throws LabFailure {
    CaseTrial quick = play(plan, lab, Patience.SHORT, onlooker);
    return quick.differs() ? quick.again(plan, lab) : quick;
  }

  /** Plays once. */
  static CaseTrial play(Plan plan, CaseLab lab, Patience patience, Recorder onlooker)
      throws LabFailure {
    JsonObject played = lab.play(plan.json(), patience);
    RandomPorts.classify(played);
    RecordedCase recorded = new RecordedCase(played);
    return new CaseTrial(recorded, Against.compare(recorded, onlooker));
  }

  /** At leisure, twice if need be: what the kernel itself does not repeat is nothing to predict. */
  private CaseTrial again(Plan plan, CaseLab lab) throws LabFailure {
    CaseTrial slow = play(plan, lab, Patience.LONG, Recorder.NONE);
    if (!slow.differs()) {
      return slow;
    }
    CaseTrial last = play(plan, lab, Patience.LONG, Recorder.NONE);
    return new CaseTrial(slow.played, slow.excused(last));
  }

  private List<ProbeResult> excused(CaseTrial other) {
    List<RecordedProbe> probes = played.probes();
    List<RecordedProbe> others = other.played.probes();
    return results.stream()
        .map(
            result -> {
              int probe = result.place().probe();
              boolean repeated = probes.get(probe).outcome().equals(others.get(probe).outcome());
              return result.judgement() == Judgement.DIFFERED && !repeated
                  ? ProbeResult.incomparable(result.place(), "the kernel does not repeat it")
                  : result;
            })
        .toList();
  }

  /** What differs counts as not comparable, for a reason. */
  List<ProbeResult> excusedBy(String reason) {
    return results.stream()
        .map(
            result ->
                result.judgement() == Judgement.DIFFERED
                    ? ProbeResult.incomparable(result.place(), reason)
                    : result)
        .toList();
  }

  boolean differs() {
    return results.stream().anyMatch(r -> r.judgement() == Judgement.DIFFERED);
  }
}
