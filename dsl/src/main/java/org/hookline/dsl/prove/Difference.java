package org.hookline.dsl.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Address;
import org.hookline.check.CheckResult;
import org.hookline.check.FlowBox;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;

/**
 * What another network does differently, over all packets.
 *
 * @param checks verdicts that changed, by name of the check
 * @param answered flows of the survey that are answered in the other network only, by source
 * @param unanswered flows of the survey that are answered in the first network only, by source
 */
public record Difference(
    Map<String, Change> checks,
    Map<String, List<FlowBox>> answered,
    Map<String, List<FlowBox>> unanswered) {

  /** A failing set that scattered says nothing that anybody could read. */
  private static final int READABLE = 500;

  /** A verdict on the one network and on the other. */
  public record Change(Verdict before, Verdict after, boolean met) {}

  /** Everything that was found out about one network. */
  public record Findings(List<CheckResult> checks, List<CheckResult> survey) {}

  public static Difference of(Findings before, Findings after) {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (CheckResult now : after.checks()) {
      before.checks().stream()
          .filter(then -> then.check().name().equals(now.check().name()))
          .filter(then -> then.verdict() != now.verdict())
          .findFirst()
          .ifPresent(
              then ->
                  changes.put(
                      now.check().name(), new Change(then.verdict(), now.verdict(), now.met())));
    }
    Map<String, List<FlowBox>> answered = new LinkedHashMap<>();
    Map<String, List<FlowBox>> unanswered = new LinkedHashMap<>();
    for (CheckResult now : after.survey()) {
      List<FlowBox> failingNow = failing(now);
      before.survey().stream()
          .filter(then -> then.check().name().equals(now.check().name()))
          .filter(then -> known(then) && known(now))
          .map(Difference::failing)
          .filter(then -> then.size() <= READABLE && failingNow.size() <= READABLE)
          .findFirst()
          .ifPresent(
              then -> {
                put(answered, now, FlowBox.minus(then, failingNow));
                put(unanswered, now, FlowBox.minus(failingNow, then));
              });
    }
    return new Difference(changes, answered, unanswered);
  }

  private static void put(
      Map<String, List<FlowBox>> flows, CheckResult source, List<FlowBox> boxes) {
    if (!boxes.isEmpty()) {
      flows.put(source.check().name(), boxes);
    }
  }

  private static boolean known(CheckResult result) {
    return result.properties().stream().allMatch(property -> property.unknown().isEmpty());
  }

  private static List<FlowBox> failing(CheckResult result) {
    List<FlowBox> boxes = new ArrayList<>();
    for (PropertyResult property : result.properties()) {
      property.failing().forEach(flows -> boxes.add(FlowBox.of(flows)));
    }
    return boxes;
  }

  /** Whether nothing that was right is wrong in the other network. */
  public boolean harmless() {
    return unanswered.isEmpty() && checks.values().stream().allMatch(Change::met);
  }

  /** Whether some check that was not met is met in the other network. */
  public boolean repairsChecks() {
    return checks.values().stream().anyMatch(Change::met);
  }

  /** Whether more flows to an address are answered in the other network. */
  public boolean answersMoreAt(Address address) {
    return answered.values().stream()
        .flatMap(List::stream)
        .anyMatch(box -> box.dst().contains(address));
  }
}
