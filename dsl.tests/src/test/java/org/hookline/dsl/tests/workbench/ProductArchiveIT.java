package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is handed out: the product in one file. */
class ProductArchiveIT {
  @Test
  void theArchiveHoldsAProductThatCanBeStarted() throws IOException, InterruptedException {
    Path product = Path.of(System.getProperty("workbench.product"));
    Path archive = product.resolveSibling("hookline-workbench.tar.gz");
    Process tar =
        new ProcessBuilder("tar", "-tvzf", archive.toString()).redirectErrorStream(true).start();
    List<String> lines =
        new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(tar.waitFor()).isZero();
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("-rwxr-xr-x")
                    && line.endsWith(" hookline-workbench/hookline-workbench"))
        .anyMatch(line -> line.endsWith(" hookline-workbench/configuration/config.ini"))
        .anyMatch(
            line -> line.contains(" hookline-workbench/plugins/org.eclipse.equinox.launcher-"));
  }
}
