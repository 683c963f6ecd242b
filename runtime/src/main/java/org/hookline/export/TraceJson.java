package org.hookline.export;

import static org.hookline.export.CheckJson.array;
import static org.hookline.export.CheckJson.packet;
import static org.hookline.export.CheckJson.place;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import org.hookline.ir.Fate;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TraceStep;

/** A trace for machines: an array of packets, each with its hops and steps. */
public final class TraceJson {
  private TraceJson() {}

  public static JsonArray of(Trace trace) {
    return array(trace.packets(), TraceJson::packetTrace);
  }

  private static JsonObject packetTrace(PacketTrace trace) {
    JsonObject object = new JsonObject();
    object.addProperty("number", trace.number());
    object.add("sent", packet(trace.sent()));
    object.add("hops", array(trace.hops(), TraceJson::hop));
    object.add("fate", fate(trace.fate()));
    return object;
  }

  private static JsonObject hop(Hop hop) {
    JsonObject object = new JsonObject();
    object.addProperty("host", hop.host());
    hop.iif().ifPresent(i -> object.addProperty("iif", i));
    hop.oif().ifPresent(o -> object.addProperty("oif", o));
    object.add("steps", array(hop.steps(), TraceJson::step));
    object.add("left", packet(hop.left()));
    return object;
  }

  private static JsonObject step(TraceStep step) {
    JsonObject object = new JsonObject();
    object.addProperty("stage", step.why().stage());
    object.addProperty("text", step.why().text());
    if (!step.why().iptables().isEmpty()) {
      object.add("iptables", array(step.why().iptables(), JsonPrimitive::new));
    }
    if (step.why().origin().known()) {
      place(object, step.why().origin());
    }
    object.add("changes", array(step.changes(), JsonPrimitive::new));
    return object;
  }

  private static JsonObject fate(Fate fate) {
    JsonObject object = new JsonObject();
    object.addProperty("outcome", fate.outcome().name().toLowerCase(Locale.ROOT));
    object.addProperty("host", fate.host());
    object.addProperty("reason", fate.reason());
    return object;
  }
}
