package org.hookline.export;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.KernelDifferences;
import org.hookline.kernel.KernelVersion;

/** What one kernel does otherwise than another, for people and for machines. */
public final class KernelText {
  private final Ink ink;

  public KernelText(Ink ink) {
    this.ink = ink;
  }

  /** A line for each difference, its source below. */
  public String of(KernelDifferences differences) {
    List<String> lines = new ArrayList<>();
    String after = "Linux " + differences.after();
    section(
        after + " does, and Linux " + differences.before() + " does not:",
        differences.gained(),
        lines);
    section(after + " does no longer:", differences.lost(), lines);
    if (lines.isEmpty()) {
      lines.add(
          "no difference between Linux " + differences.before() + " and " + after + " is known");
    }
    return String.join("\n", lines) + "\n";
  }

  private void section(String title, List<Behaviour> behaviours, List<String> lines) {
    if (behaviours.isEmpty()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(ink.strong(title));
    for (Behaviour behaviour : behaviours) {
      lines.add("  " + behaviour.code() + ", " + behaviour.period() + ": " + behaviour.what());
      lines.add("    " + ink.faint(behaviour.source()));
    }
  }

  /** One document, with a line end. */
  public static String json(KernelDifferences differences) {
    JsonObject root = new JsonObject();
    root.addProperty("before", differences.before().toString());
    root.addProperty("after", differences.after().toString());
    root.add("gained", CheckJson.array(differences.gained(), KernelText::behaviour));
    root.add("lost", CheckJson.array(differences.lost(), KernelText::behaviour));
    return CheckJson.print(root);
  }

  private static JsonObject behaviour(Behaviour behaviour) {
    JsonObject object = new JsonObject();
    object.addProperty("code", behaviour.code());
    object.addProperty("since", behaviour.since().toString());
    behaviour.until().map(KernelVersion::toString).ifPresent(v -> object.addProperty("until", v));
    object.addProperty("what", behaviour.what());
    object.addProperty("source", behaviour.source());
    return object;
  }
}
