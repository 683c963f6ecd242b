package org.hookline.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hookline.model.rule.PacketTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of imported rules goes through the real tools, in a namespace of its own. */
class KernelAcceptsTest {
  private static final Path SAVED = Path.of("src/test/resources/importer/text/iptables-save");

  private static List<PacketTable> read(String text) {
    return PacketRules.read(new Dump("iptables-save", text), new Findings());
  }

  private static String run(String script, String input) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("unshare", "-n", "sh", "-c", script).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  // The warning that there are no names for connection labels is not part of what is saved.
  @ParameterizedTest
  @ValueSource(strings = {"nft", "legacy"})
  void importedRulesLoadAndAreSavedAsTheyWere(String variant) throws Exception {
    assumeThat(System.getProperty("user.name")).as("loading rules needs root").isEqualTo("root");
    assumeThat(Path.of("/usr/sbin/iptables-" + variant + "-restore"))
        .as("needs iptables (Debian package iptables)")
        .exists();
    assumeThat(Path.of("/usr/sbin/ipset")).as("needs ipset (Debian package ipset)").exists();
    List<PacketTable> tables = read(PacketRulesTest.text(SAVED));
    String written = String.join("\n", PacketRulesTest.saved(tables)) + "\n";
    String restore = "iptables-" + variant + "-restore";
    String load =
        "ipset create hkset hash:ip timeout 100 && cat >$0.in && trap 'rm -f $0.in' EXIT && "
            + restore
            + " --test $0.in && "
            + restore
            + " $0.in && iptables-"
            + variant
            + "-save 2>/dev/null";
    String saved = run(load.replace("$0", "/tmp/hk-accepts-$$"), written);
    assertThat(lines(PacketRulesTest.saved(read(saved))))
        .isEqualTo(lines(written.lines().toList()));
  }

  /** Tables are saved in another order by each variant. */
  private static List<String> lines(List<String> saved) {
    return List.of(String.join("\n", saved).split("(?<=COMMIT)\n")).stream().sorted().toList();
  }
}
