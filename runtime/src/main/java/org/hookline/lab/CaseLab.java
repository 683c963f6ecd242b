package org.hookline.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays cases in the form of recordings in the running kernel, one after the other: a host under
 * test and its neighbours in namespaces of their own, which are gone when the case has been played,
 * or when this process ends in whatever way.
 */
public final class CaseLab implements AutoCloseable {
  private Agent agent;
  private final String kernel;
  private final List<String> limits;

  private CaseLab(Agent agent, JsonObject hello) {
    this.agent = agent;
    this.kernel = hello.get("kernel").getAsString();
    List<String> said = new ArrayList<>();
    hello.getAsJsonArray("limits").forEach(l -> said.add(l.getAsString()));
    this.limits = List.copyOf(said);
  }

  /** How long nothing must happen until a probe is over. */
  public enum Patience {
    /** Enough where nobody else uses the machine: what is sent arrives at once. */
    SHORT(0.004),
    MIDDLE(0.03),
    /** Enough for a busy machine. */
    LONG(0.25);

    private final double seconds;

    Patience(double seconds) {
      this.seconds = seconds;
    }
  }

  /**
   * Starts.
   *
   * @throws LabFailure when there are no rights or tools for it
   */
  public static CaseLab open() throws LabFailure {
    Agent agent = Agent.start();
    try {
      return new CaseLab(agent, agent.hello());
    } catch (LabFailure | RuntimeException failure) {
      agent.close();
      throw failure;
    }
  }

  /**
   * Builds a case, sends its probes, and removes it.
   *
   * @param plan a case with what builds it, and with probes
   * @return the case with what the host's tools said of it, and {@code out} in each probe
   * @throws LabFailure when the kernel refused a link or the packet rules, a packet goes round for
   *     ever, or the agent ended; then the next case gets another one
   */
  public JsonObject play(JsonObject plan, Patience patience) throws LabFailure {
    JsonObject request = new JsonObject();
    request.add("case", plan);
    request.addProperty("patience", patience.seconds);
    Map<String, String> sysctls = new TreeMap<>(Baseline.sysctls());
    JsonObject values = new JsonObject();
    sysctls.forEach(values::addProperty);
    request.add("sysctls", values);
    request.add("devices", ofDevices(plan));
    if (!agent.isAlive()) {
      agent.close();
      agent = Agent.start();
      agent.hello();
    }
    JsonElement played = agent.ask("case", request).get("case");
    return played.getAsJsonObject();
  }

  /** Sysctls of the ends of the links, by namespace. */
  private static JsonObject ofDevices(JsonObject plan) {
    JsonObject values = new JsonObject();
    for (JsonElement link : plan.getAsJsonObject("build").getAsJsonArray("links")) {
      JsonArray ends = link.getAsJsonArray();
      for (int end = 0; end < ends.size(); end += 3) {
        String space = ends.get(end).getAsString();
        if (!values.has(space)) {
          values.add(space, new JsonObject());
        }
        JsonObject own = values.getAsJsonObject(space);
        Baseline.ofDevice(ends.get(end + 1).getAsString()).forEach(own::addProperty);
      }
    }
    return values;
  }

  /** Version of the running kernel without what its builder appended: {@code 6.18.44}. */
  public String kernel() {
    return kernel;
  }

  /** What cannot be observed here, one sentence each. */
  public List<String> limits() {
    return limits;
  }

  @Override
  public void close() {
    agent.close();
  }
}
