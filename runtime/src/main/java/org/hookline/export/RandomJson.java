package org.hookline.export;

import static org.hookline.export.CheckJson.array;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.hookline.lab.random.Minimal;
import org.hookline.lab.random.RandomReport;

/** What came of random cases, for machines. */
public final class RandomJson {
  private RandomJson() {}

  /** The document, with a line end. */
  public static String document(RandomReport report) {
    JsonObject root = AgainstJson.root(report.compared());
    root.addProperty("kernel", report.kernel());
    root.addProperty("seed", report.assignment().seed());
    root.addProperty("cases", report.played().size());
    root.add("limits", array(report.limits(), JsonPrimitive::new));
    root.add("refused", array(report.refused(), JsonPrimitive::new));
    JsonObject coverage = new JsonObject();
    report
        .coverage()
        .counts()
        .forEach(
            (kind, counts) -> {
              JsonObject names = new JsonObject();
              counts.forEach(names::addProperty);
              coverage.add(kind, names);
            });
    root.add("coverage", coverage);
    root.add("shrunken", array(report.minimal(), RandomJson::minimal));
    return CheckJson.print(root);
  }

  private static JsonElement minimal(Minimal minimal) {
    JsonObject object = new JsonObject();
    object.addProperty("case", minimal.recorded().id());
    object.add("probes", array(minimal.recorded().probes(), p -> p.sent()));
    minimal
        .left()
        .difference()
        .ifPresent(
            difference -> {
              object.addProperty("item", difference.item());
              object.addProperty("predicted", difference.predicted());
              object.addProperty("observed", difference.observed());
            });
    return object;
  }
}
