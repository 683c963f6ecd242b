package org.hookline.dsl.ide.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hookline.check.FlowBox;
import org.hookline.dsl.prove.Difference;

/** Differences as people read them before they agree to a repair. */
public final class DifferenceText {
  private static final int SHOWN = 8;

  private DifferenceText() {}

  /** For the end of a title: what is bought, and at which price. */
  public static String summary(Difference difference) {
    long better = difference.checks().values().stream().filter(Difference.Change::met).count();
    long worse = difference.checks().size() - better;
    List<String> parts = new ArrayList<>();
    if (better > 0) {
      parts.add("repairs " + count(better, "check"));
    } else if (!difference.answered().isEmpty()) {
      parts.add("more flows are answered");
    }
    if (worse > 0) {
      parts.add("breaks " + count(worse, "check"));
    }
    long lost = difference.unanswered().values().stream().mapToLong(List::size).sum();
    if (lost > 0) {
      parts.add(count(lost, "flow set") + " no longer answered");
    }
    return String.join("; ", parts);
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** All of it, in Markdown; what is lost comes before what is won. */
  public static String details(Difference difference) {
    List<String> lines = new ArrayList<>();
    difference
        .checks()
        .forEach(
            (check, change) ->
                lines.add(
                    "- \"" + check + "\": " + change.before() + " → **" + change.after() + "**"));
    flows("No longer answered", difference.unanswered(), lines);
    flows("Answered afterwards, and not before", difference.answered(), lines);
    return lines.isEmpty() ? "Nothing changes for any packet." : String.join("\n", lines);
  }

  private static void flows(String heading, Map<String, List<FlowBox>> flows, List<String> lines) {
    if (flows.isEmpty()) {
      return;
    }
    lines.add("\n**" + heading + "**\n");
    flows.forEach(
        (source, boxes) -> {
          boxes.stream().limit(SHOWN).forEach(box -> lines.add("- " + source + ": " + box));
          if (boxes.size() > SHOWN) {
            lines.add("- " + source + ": +" + (boxes.size() - SHOWN) + " more");
          }
        });
  }
}
