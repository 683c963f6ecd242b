package org.hookline.agree;

import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.packet.Fields;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/** Counts what kinds of packets a flow has. */
final class Passages implements Recorder {
  private int translated;
  private int replies;
  private boolean rewritten;

  @Override
  public void starts(Moment moment, Values state) {
    rewritten = false;
    replies += state.get(Fields.PHASE) % 2 == 1 ? 1 : 0;
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    boolean nat = branch.flatMap(Branch::why).filter(why -> why.stage().equals("nat")).isPresent();
    if (nat && !rewritten && differs(before, after)) {
      rewritten = true;
      translated++;
    }
  }

  private static boolean differs(Values before, Values after) {
    return before.get(Fields.SRC) != after.get(Fields.SRC)
        || before.get(Fields.DST) != after.get(Fields.DST)
        || before.get(Fields.SPORT) != after.get(Fields.SPORT)
        || before.get(Fields.DPORT) != after.get(Fields.DPORT);
  }

  /** Packets that NAT rewrote, there or back. */
  int translated() {
    return translated;
  }

  /** Packets that go against the opening one. */
  int replies() {
    return replies;
  }
}
