package org.hookline.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;

/** How predictions fared against recordings, for machines. */
public final class AgainstJson {
  private AgainstJson() {}

  /** The document, with a line end. */
  public static String document(AgainstReport report) {
    return CheckJson.print(root(report));
  }

  static JsonObject root(AgainstReport report) {
    JsonObject root = new JsonObject();
    root.addProperty("schemaVersion", CheckJson.SCHEMA_VERSION);
    JsonObject all = SummaryJson.of(report.summary());
    int untraced = report.untraced().values().stream().mapToInt(n -> n).sum();
    SummaryJson.addOrders(all, report.ordersCompared(), untraced);
    root.add("summary", all);
    JsonObject profiles = new JsonObject();
    report.profiles().forEach((profile, summary) -> profiles.add(profile, SummaryJson.of(summary)));
    root.add("profiles", profiles);
    root.add("differences", probes(report.of(Judgement.DIFFERED)));
    root.add("notComparable", probes(report.of(Judgement.NOT_COMPARABLE)));
    return root;
  }

  private static JsonArray probes(List<ProbeResult> results) {
    JsonArray array = new JsonArray();
    for (ProbeResult result : results) {
      JsonObject object = new JsonObject();
      object.addProperty("profile", result.place().profile());
      object.addProperty("case", result.place().caseId());
      object.addProperty("probe", result.place().probe());
      result
          .difference()
          .ifPresent(
              difference -> {
                object.addProperty("item", difference.item());
                object.addProperty("predicted", difference.predicted());
                object.addProperty("observed", difference.observed());
              });
      result.reason().ifPresent(reason -> object.addProperty("reason", reason));
      array.add(object);
    }
    return array;
  }
}
