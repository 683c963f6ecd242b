package org.hookline.export;

import static org.hookline.export.CheckJson.array;
import static org.hookline.export.CheckJson.packet;
import static org.hookline.export.CheckJson.place;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.hookline.model.flow.Simulation;
import org.hookline.sim.ActionResult;

/** What came of simulations, for machines. */
public final class SimulationJson {
  private final JsonArray simulations = new JsonArray();

  /** Adds one simulation with what came of its actions. */
  public void add(Simulation simulation, List<ActionResult> actions) {
    JsonObject object = new JsonObject();
    object.addProperty("name", simulation.name());
    place(object, simulation.origin());
    object.addProperty("met", actions.stream().allMatch(ActionResult::met));
    JsonArray open = new JsonArray();
    simulation.unplayed().forEach(open::add);
    object.add("notPlayed", open);
    object.add("actions", array(actions, SimulationJson::action));
    simulations.add(object);
  }

  /** The document, with a line end. */
  public String document() {
    JsonObject root = new JsonObject();
    root.addProperty("schemaVersion", CheckJson.SCHEMA_VERSION);
    root.add("simulations", simulations);
    return CheckJson.print(root);
  }

  private static JsonObject action(ActionResult result) {
    JsonObject object = new JsonObject();
    object.addProperty("from", result.action().from());
    place(object, result.action().origin());
    object.add("packet", packet(result.trace().packets().get(0).sent()));
    object.addProperty("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    result
        .action()
        .expected()
        .ifPresent(e -> object.addProperty("expected", e.name().toLowerCase(Locale.ROOT)));
    object.addProperty("met", result.met());
    JsonArray missed = new JsonArray();
    result.missed().forEach(sight -> missed.add(sight.text()));
    object.add("missed", missed);
    object.add("trace", TraceJson.of(result.trace()));
    return object;
  }
}
