package org.hookline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hookline.model.Network;
import org.junit.jupiter.api.Assumptions;

/** Opens labs for tests; where there are no rights for it the test is skipped by name. */
public final class KernelLab {
  private static final Optional<String> REASON = Lab.unavailable();

  private KernelLab() {}

  /**
   * @param scripts texts by host, written below the directory
   */
  public static Lab open(Network network, Map<String, String> scripts, Path directory)
      throws LabFailure, IOException {
    return open(network, scripts, directory, Lab.Caches.PERMANENT);
  }

  /** With or without knowledge of the neighbours. */
  public static Lab open(
      Network network, Map<String, String> scripts, Path directory, Lab.Caches caches)
      throws LabFailure, IOException {
    assumeAllowed();
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Path file = Files.createTempFile(directory, script.getKey(), ".sh");
      files.put(script.getKey(), Files.writeString(file, script.getValue()));
    }
    return Lab.open(network, files, caches);
  }

  /** Skips the test where there are no rights for a lab. */
  public static void assumeAllowed() {
    REASON.ifPresent(Assumptions::abort);
  }
}
