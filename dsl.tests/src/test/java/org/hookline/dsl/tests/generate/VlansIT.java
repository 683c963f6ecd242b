package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.dsl.generate.Scripts;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * VLANs of bridges and their ports. The dumps are those of a kernel 6.1 on which the script of
 * {@code vlans.hkl} had run.
 */
class VlansIT {
  private static final Path DUMPS = Networks.ROOT.resolve("dsl.tests/src/test/resources/vlans");

  @TempDir Path directory;

  private static Network network() throws IOException {
    Path file = Networks.ROOT.resolve("dsl.tests/src/test/resources/generate/vlans.hkl");
    return Networks.of("vlans.hkl", Files.readString(file));
  }

  private static List<String> wanted(Network network, String host) {
    return Stream.of("vlans.batch", "links.batch")
        .map(file -> Scripts.of(network).files().get(host + "/" + file).content())
        .flatMap(String::lines)
        .map(line -> line.replaceFirst(" #.*", ""))
        .filter(line -> line.contains("vlan"))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void whatTheKernelShowsIsImportedAsItWasWritten(String form) throws IOException {
    Path dumps = DUMPS.resolve(form);
    ImportedNetwork imported = DirectoryImport.read(dumps).readable();
    assertThat(imported.hosts().get(0).host().unmodelled())
        .allMatch(u -> u.why().startsWith("assumed: "))
        .noneMatch(u -> u.what().contains("vlan"));
    Network again = Networks.of("imported.hkl", ImportedText.of(imported, dumps));
    assertThat(wanted(again, form)).isEqualTo(wanted(network(), "switch")).hasSize(12);
  }

  /** What the script would hand to {@code bridge -batch} where the kernel shows this. */
  private String changes(String listing) throws IOException {
    Path script = Scripts.of(network()).writeTo(directory).get("switch");
    String call =
        "awk -v ports='a0 a1 a2 b0 b1' -v bridges='br hub' -f vlans.awk vlans.batch listing=1 -";
    Path shown = Files.writeString(directory.resolve("listing"), listing);
    Ended ended =
        Ended.run("sh", "-c", "cd '" + script.getParent() + "' && " + call + " <'" + shown + "'");
    assertThat(ended.errors()).isEmpty();
    return ended.output();
  }

  private static String shown() throws IOException {
    return Files.readString(DUMPS.resolve("text/bridge-vlan"));
  }

  @Test
  void whereAllIsAsWantedNothingIsChanged() throws IOException {
    assertThat(changes(shown())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a0 10 PVID Egress Untagged, a0 10 Egress Untagged, vlan add dev a0 vid 10 pvid untagged",
    "40 Egress Untagged, 40, vlan add dev a0 vid 40 untagged",
    "30| 40 Egress, 40 Egress, vlan add dev a0 vid 20-30",
    "40 Egress Untagged, 40 Egress Untagged| 41| 42, vlan del dev a0 vid 41-42",
    "a1 1 PVID Egress Untagged, a1 None, vlan add dev a1 vid 1 pvid untagged",
    "20| 21| 22|hub, 20| 21| 22| 99|hub, vlan del dev br vid 99 self",
    "b1 2|, a2 1 PVID Egress Untagged|b1 2|, vlan del dev a2 vid 1",
    "plain 1 PVID, plain 8 PVID, ''"
  })
  void whatDiffersIsMadeGood(String here, String there, String change) throws IOException {
    String listing = shown().replaceAll(" +", " ").replace("\n", "|");
    assertThat(listing).contains(here);
    String found = changes(listing.replace(here, there).replace("|", "\n"));
    assertThat(found.replaceAll("(?m) #.*$", "").lines().toList())
        .isEqualTo(change.isEmpty() ? List.of() : List.of(change.split(";")));
  }

  /** A kernel without CONFIG_BRIDGE_VLAN_FILTERING says so, and the script says where. */
  @Test
  void aSecondRunPrintsAndChangesNothingOrTheKernelCannotAndTheScriptSaysSo() throws IOException {
    Path script = Scripts.of(network()).writeTo(directory).get("switch");
    try (Namespace box = Namespace.open().withLinksOf(network().hosts().get(0))) {
      boolean able =
          box.run("ip", "link", "add", "name", "probe", "type", "bridge", "vlan_filtering", "1")
                  .exitCode()
              == 0;
      if (able) {
        box.must("ip", "link", "del", "probe");
        assertThat(box.apply(script)).contains("vlan add dev a0 vid 10 pvid untagged");
        String vlans = box.must("bridge", "vlan", "show");
        assertThat(box.apply(script)).isEmpty();
        assertThat(box.must("bridge", "vlan", "show")).isEqualTo(vlans).contains("a0 ");
        box.must("bridge", "vlan", "add", "dev", "a1", "vid", "5", "pvid");
        assertThat(box.apply(script)).contains("vlan del dev a1 vid 5");
        assertThat(box.must("bridge", "vlan", "show")).isEqualTo(vlans);
      } else {
        Ended ended = box.run("sh", script.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors())
            .contains("ip -batch - refused: link set dev br type bridge vlan_filtering 1")
            .contains("vlans.hkl:8");
      }
    }
  }

  @Test
  void theScriptIsCleanShell() throws IOException {
    Path script = Scripts.of(network()).writeTo(directory).get("switch");
    assertThat(Ended.run("shellcheck", script.toString()).output()).isEmpty();
  }
}
