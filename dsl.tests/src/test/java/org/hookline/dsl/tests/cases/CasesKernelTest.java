package org.hookline.dsl.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.dsl.generate.Scripts;
import org.hookline.lab.Lab;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The running kernel, configured by the generated scripts, stands by what the cases say of it. */
class CasesKernelTest {
  private static final Optional<String> UNAVAILABLE = Lab.unavailable();

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "A_uplinks",
        "B_reroute",
        "F01_hook_order",
        "F02_conntrack",
        "F03_rpfilter",
        "F05_martian"
      })
  void theKernelStandsByItsWord(String name) throws Exception {
    UNAVAILABLE.ifPresent(reason -> abort(reason));
    CaseFile file = CaseFile.read(name);
    List<String> differences = new ArrayList<>();
    for (CaseFile.Section section : file.sections()) {
      Network network = file.network(section, directory);
      try (Lab lab = open(network, section.caches())) {
        for (CaseRow row : section.rows()) {
          Seen seen = row.observed(lab, network);
          row.broken(seen)
              .forEach(
                  claim ->
                      differences.add(
                          section.title()
                              + ", "
                              + row.name()
                              + ": not '"
                              + claim
                              + "' but "
                              + seen));
        }
      }
    }
    assertThat(differences).as(name).isEmpty();
  }

  private Lab open(Network network, Lab.Caches caches) throws Exception {
    Scripts.of(network).writeTo(directory);
    Map<String, Path> scripts = new LinkedHashMap<>();
    for (Host host : network.hosts()) {
      scripts.put(host.name(), directory.resolve(host.name()).resolve("apply.sh"));
    }
    return Lab.open(network, scripts, caches);
  }
}
