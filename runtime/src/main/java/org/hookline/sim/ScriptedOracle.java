package org.hookline.sim;

import java.util.Map;
import org.hookline.ir.Visit;

/**
 * Plays the draws of a witness again; asks another oracle for those that the witness leaves open.
 */
public final class ScriptedOracle implements Oracle {
  private final Map<Visit, Long> script;
  private final Oracle otherwise;

  public ScriptedOracle(Map<Visit, Long> script, Oracle otherwise) {
    this.script = Map.copyOf(script);
    this.otherwise = otherwise;
  }

  @Override
  public long draw(Visit visit, long preferred, int attempt) {
    Long scripted = script.get(visit);
    return scripted != null ? scripted : otherwise.draw(visit, preferred, attempt);
  }
}
