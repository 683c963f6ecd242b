package org.hookline.export;

import static org.hookline.export.CheckJson.array;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.hookline.lab.Difference;
import org.hookline.lab.FlowReport;
import org.hookline.lab.LabReport;
import org.hookline.lab.OrderReport;
import org.hookline.lab.Summary;

/** What came of sessions in the lab, for machines; {@code lab.schema.json} describes the form. */
public final class LabJson {
  private final JsonArray sessions = new JsonArray();
  private Summary summary = Summary.NONE;
  private int ordersCompared = 0;
  private int ordersNotComparable = 0;

  /** Adds what came of one file. */
  public void add(String file, LabReport report) {
    JsonObject object = new JsonObject();
    object.addProperty("file", file);
    object.addProperty("kernel", report.kernel());
    object.add("substitutions", array(report.substitutions(), JsonPrimitive::new));
    object.add("omitted", array(report.omitted(), JsonPrimitive::new));
    object.add("flows", array(report.flows(), LabJson::flow));
    sessions.add(object);
    summary = summary.and(report.summary());
    ordersCompared += report.ordersCompared();
    ordersNotComparable += report.ordersNotComparable();
  }

  /** The document, with a line end. */
  public String document() {
    JsonObject root = new JsonObject();
    root.addProperty("schemaVersion", CheckJson.SCHEMA_VERSION);
    JsonObject counts = SummaryJson.of(summary);
    SummaryJson.addOrders(counts, ordersCompared, ordersNotComparable);
    root.add("summary", counts);
    root.add("sessions", sessions);
    return CheckJson.print(root);
  }

  private static JsonObject flow(FlowReport report) {
    JsonObject object = new JsonObject();
    object.addProperty("name", report.flow().name());
    object.addProperty("flow", report.flow().stimulus().toString());
    object.addProperty("agrees", !report.differs() && report.notComparable().isEmpty());
    report.notComparable().ifPresent(reason -> object.addProperty("notComparable", reason));
    object.add("differences", array(report.differences(), LabJson::difference));
    JsonObject order = new JsonObject();
    order.add("compared", array(report.order().hosts(), JsonPrimitive::new));
    order.add("notComparable", array(report.order().notComparable(), LabJson::unseen));
    object.add("order", order);
    object.addProperty("result", report.observed().result());
    object.add("wire", array(report.observed().wire(), c -> new JsonPrimitive(c.toString())));
    return object;
  }

  private static JsonObject unseen(OrderReport.Unseen unseen) {
    JsonObject object = new JsonObject();
    object.addProperty("host", unseen.host());
    object.addProperty("reason", unseen.reason());
    return object;
  }

  private static JsonObject difference(Difference difference) {
    JsonObject object = new JsonObject();
    object.addProperty("item", difference.item());
    object.addProperty("predicted", difference.predicted());
    object.addProperty("observed", difference.observed());
    return object;
  }
}
