package org.hookline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hookline.model.Network;
import org.junit.jupiter.api.Assumptions;

/** Opens labs for tests; where there are no rights for it the test is skipped by name. */
final class KernelLab {
  private static final Set<List<String>> ALLOWED = ConcurrentHashMap.newKeySet();

  private KernelLab() {}

  /**
   * @param scripts texts by host, written below the directory
   */
  static Lab open(Network network, Map<String, String> scripts, Path directory)
      throws LabFailure, IOException {
    assumeAllowed(List.of());
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Path file = Files.createTempFile(directory, script.getKey(), ".sh");
      files.put(script.getKey(), Files.writeString(file, script.getValue()));
    }
    return Lab.open(network, files);
  }

  static void assumeAllowed(List<String> rights) {
    if (ALLOWED.contains(rights)) {
      return;
    }
    try (Agent agent = rights.isEmpty() ? Agent.start() : Agent.start(rights)) {
      agent.hello();
      ALLOWED.add(rights);
    } catch (LabFailure failure) {
      Assumptions.abort(failure.getMessage());
    }
  }
}
