package org.hookline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;

/** Keeps the sequence of steps and branches. */
public final class PathRecorder implements Recorder {
  private final List<Taken> path = new ArrayList<>();

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    path.add(taken);
  }

  public List<Taken> path() {
    return List.copyOf(path);
  }
}
