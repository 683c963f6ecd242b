package org.hookline.lab;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The Python sources of the agent, which travel inside the jar and reach Python by a pipe. */
final class AgentSources {
  private static final List<String> MODULES =
      List.of(
          "agent",
          "bpf",
          "btf",
          "cases",
          "capture",
          "counters",
          "drops",
          "dumps",
          "frames",
          "linux",
          "listeners",
          "namespaces",
          "netlink",
          "once",
          "order",
          "prober",
          "senders",
          "words");

  private AgentSources() {}

  /** What Python starts with; it reads the {@link #modules} from its standard input. */
  static String bootstrap() {
    return text("bootstrap");
  }

  static JsonObject modules() {
    JsonObject modules = new JsonObject();
    MODULES.forEach(module -> modules.addProperty(module, text(module)));
    return modules;
  }

  private static String text(String module) {
    try (InputStream in = AgentSources.class.getResourceAsStream("agent/" + module + ".py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
