package org.hookline.export;

import com.google.gson.JsonObject;
import org.hookline.lab.Summary;

/** Numbers of comparisons, for machines. */
final class SummaryJson {
  private SummaryJson() {}

  static JsonObject of(Summary summary) {
    JsonObject object = new JsonObject();
    object.addProperty("compared", summary.compared());
    object.addProperty("agreed", summary.agreed());
    object.addProperty("differed", summary.differed());
    object.addProperty("notComparable", summary.notComparable());
    return object;
  }

  /** How often the order of rules was compared, and could not be. */
  static void addOrders(JsonObject summary, int compared, int notComparable) {
    summary.addProperty("ordersCompared", compared);
    summary.addProperty("ordersNotComparable", notComparable);
  }
}
