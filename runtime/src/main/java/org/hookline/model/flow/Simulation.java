package org.hookline.model.flow;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Family;
import org.hookline.source.Origin;

/**
 * A timetable of actions, played in order against the same world.
 *
 * @param counters what must have been counted at the end
 */
public record Simulation(
    String name, List<Action> actions, List<CounterGoal> counters, Origin origin) {

  public Simulation(String name, List<Action> actions, Origin origin) {
    this(name, actions, List.of(), origin);
  }

  /** The actions that are played: those of IPv4. */
  public List<Action> played() {
    return actions.stream().filter(action -> action.to().family() == Family.IPV4).toList();
  }

  /** What is asked for and not played yet, so that nothing is known of it, each with its place. */
  public List<String> unplayed() {
    List<String> open = new ArrayList<>();
    for (Action action : actions) {
      if (action.to().family() == Family.IPV6) {
        open.add("IPv6: " + action.protocol() + " to " + action.to() + at(action.origin()));
      }
      Circumstances circumstances = action.circumstances();
      circumstances
          .at()
          .ifPresent(
              time ->
                  open.add("the clock: " + time + " after the beginning" + at(action.origin())));
    }
    counters.forEach(counter -> open.add(counter.text() + at(counter.origin())));
    return open;
  }

  private static String at(Origin origin) {
    return " (" + origin + ")";
  }
}
