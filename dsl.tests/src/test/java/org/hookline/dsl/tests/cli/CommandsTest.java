package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hookline.dsl.cli.Commands;
import org.hookline.dsl.cli.Io;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it: exit codes, frames, formats, unusable input. */
class CommandsTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("hookline.root")).resolve("examples");

  private static final String BEFORE = EXAMPLES.resolve("multi-uplink/before.hkl").toString();

  @TempDir private Path directory;

  @Test
  void aRefutedCheckEndsWithOneAndIsTold() {
    Ended check = Ended.of("check", BEFORE);
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("refuted  rsync answers on every uplink")
        .contains("fails for dst 202.38.95.110, src 221.224.40.18")
        .contains("by the kernel's sources, no recordings of this version: mirrors: 6.1\n")
        .contains("5 checks: 4 proved, 1 refuted");
    assertThat(check.err()).isEmpty();
  }

  @Test
  void provedChecksEndWithZero() {
    Ended check = Ended.of("check", EXAMPLES.resolve("multi-uplink/after-connmark.hkl").toString());
    assertThat(check.out()).contains("5 checks: 5 proved");
    assertThat(check.exit()).isZero();
  }

  @Test
  void severalFilesAreSeveralNetworks() {
    String after = EXAMPLES.resolve("multi-uplink/after-rules.hkl").toString();
    Ended check = Ended.of("check", "--format", "json", after, BEFORE);
    JsonObject document = JsonParser.parseString(check.out()).getAsJsonObject();
    assertThat(document.get("schemaVersion").getAsInt()).isEqualTo(1);
    assertThat(document.getAsJsonArray("checks"))
        .hasSize(10)
        .allSatisfy(
            each -> {
              JsonObject one = each.getAsJsonObject();
              assertThat(one.get("profileRecorded").getAsBoolean()).isFalse();
              assertThat(one.getAsJsonArray("unrecorded").get(0).getAsString())
                  .isEqualTo("mirrors: 6.1");
            });
    assertThat(document.has("problems")).isFalse();
    assertThat(check.exit()).isEqualTo(1);
  }

  @Test
  void anInvalidModelEndsWithOneAndAFrame() throws IOException {
    Path file = write("bad.hkl", "host box {\n\ttable main { default dev eth0 }\n}\n");
    Ended check = Ended.of("check", file.toString());
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .isEqualTo(
            """
            error[unknown-interface]: no interface is called 'eth0' on host box
             --> FILE:2:27
              |
            2 |     table main { default dev eth0 }
              |                              ^^^^
              = help: one of: lo

            FILE: 1 error; 'hookline explain CODE' says more about each
            """
                .replace("FILE", file.toString()));
  }

  @Test
  void verdictsAreDrawnAsAPictureAndAsAPage() throws IOException {
    Ended picture = Ended.of("check", "--format", "svg", BEFORE);
    assertThat(picture.out())
        .startsWith("<svg")
        .contains("mirrors", "dropped at g95 (IP_RPFILTER)")
        .endsWith("</svg>\n");
    assertThat(picture.exit()).isEqualTo(1);
    Path page = directory.resolve("verdicts.html");
    assertThat(Ended.of("check", "--format", "html", "-o", page.toString(), BEFORE).exit())
        .isEqualTo(1);
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("<svg", "refuted");
  }

  @Test
  void aPictureOfAnInvalidModelLeavesItsProblemsToTheErrorStream() throws IOException {
    Path file = write("bad.hkl", "set a = { 10.0.0.256 }");
    Ended check = Ended.of("check", "--format", "svg", file.toString());
    assertThat(check.out()).startsWith("<svg").doesNotContain("bad-address");
    assertThat(check.err()).contains("bad-address");
    assertThat(check.exit()).isEqualTo(1);
  }

  @Test
  void problemsAreInTheMachineFormToo() throws IOException {
    Path file = write("bad.hkl", "set a = { 10.0.0.256 }");
    Ended check = Ended.of("check", "--format=json", file.toString());
    JsonObject problem =
        JsonParser.parseString(check.out())
            .getAsJsonObject()
            .getAsJsonArray("problems")
            .get(0)
            .getAsJsonObject();
    assertThat(problem.get("code").getAsString()).isEqualTo("bad-address");
    assertThat(problem.get("line").getAsInt()).isEqualTo(1);
    assertThat(problem.get("column").getAsInt()).isEqualTo(11);
    assertThat(check.exit()).isEqualTo(1);
  }

  @Test
  void anEmptyFileIsAValidNetworkWithANote() throws IOException {
    Ended check = Ended.of("check", write("empty.hkl", "").toString());
    assertThat(check.exit()).isZero();
    assertThat(check.out()).startsWith("note[empty-file]: this file describes nothing yet");
  }

  @Test
  void aMissingFileIsUnusable() {
    assertUnusable(Ended.of("check", "no-such.hkl"), "no-such.hkl does not exist");
  }

  @Test
  void aDirectoryIsUnusable() {
    assertUnusable(Ended.of("check", directory.toString()), directory + " is a directory");
  }

  @Test
  void binaryGarbageIsUnusable() throws IOException {
    Path file = directory.resolve("garbage.hkl");
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    Files.write(file, bytes);
    assertUnusable(Ended.of("check", file.toString()), file + " is no text file in UTF-8");
  }

  @Test
  void tenMegabytesAreUnusable() throws IOException {
    Path file = directory.resolve("large.hkl");
    Files.writeString(file, "host ".repeat(2_000_000));
    assertUnusable(Ended.of("check", file.toString()), file + " is larger than 8 MiB");
  }

  @Test
  void textThatIsNoNetworkIsAnInvalidModelAndTheListIsShort() throws IOException {
    Path file = write("prose.hkl", "This is prose, not a network.\n".repeat(2000));
    Ended check = Ended.of("check", file.toString());
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out().lines().count()).isLessThan(200);
    assertThat(check.out()).contains("cannot stand here").doesNotContain("Exception");
  }

  @Test
  void standardInputIsAFileToo() {
    Ended check = Ended.reading("host box { }", Map.of(), "check", "-");
    assertThat(check.exit()).isZero();
    assertThat(check.out()).contains("0 checks");
  }

  @Test
  void resultsGoIntoAFileAtOnce() throws IOException {
    Path result = directory.resolve("result.json");
    Ended check = Ended.of("check", "--format", "json", "-o", result.toString(), BEFORE);
    assertThat(check.out()).isEmpty();
    assertThat(JsonParser.parseString(Files.readString(result)).isJsonObject()).isTrue();
    try (var left = Files.list(directory)) {
      assertThat(left.toList()).containsExactly(result);
    }
  }

  @Test
  void coloursAreForTerminalsUnlessSaidOtherwise() throws IOException {
    String file = write("bad.hkl", "set a = { b }").toString();
    assertThat(Ended.of("check", file).out()).doesNotContain("\u001b[");
    assertThat(Ended.of("check", "--color", "always", file).out()).contains("\u001b[1;31m");
    assertThat(Ended.onTerminal(Map.of(), "check", file).out()).contains("\u001b[1;31m");
    assertThat(Ended.onTerminal(Map.of("NO_COLOR", "1"), "check", file).out())
        .doesNotContain("\u001b[");
    assertThat(Ended.onTerminal(Map.of(), "check", "--color=never", file).out())
        .doesNotContain("\u001b[");
  }

  @Test
  void progressIsShownWhereSomebodyWatchesAndGoneInTheEnd() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    PrintStream watched = new PrintStream(err, true, UTF_8);
    Io io = new Io(nowhere, watched, new ByteArrayInputStream(new byte[0]), false, true, Map.of());
    assertThat(Commands.run(io, "check", BEFORE)).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("\r\u001b[K1/5  rsync answers on every uplink\r\u001b[K2/5  ")
        .endsWith("\r\u001b[K");
  }

  @Test
  void wrongUsageEndsWithTwoAndPointsToTheHelp() {
    assertUnusable(Ended.of(), "which command?");
    assertUnusable(Ended.of("chekc", BEFORE), "chekc");
    assertUnusable(Ended.of("check"), "FILE");
    assertUnusable(Ended.of("check", "--format", "yaml", BEFORE), "yaml");
    assertUnusable(Ended.of("route", "get", "--at", "mirrors", BEFORE), "what about which file?");
    assertUnusable(Ended.of("route", "get", "1.2.3.4", "via", "x", "--at", "a", BEFORE), "'via'");
    assertUnusable(Ended.of("route", "get", "1.2.3", "--at", "a", BEFORE), "not an IP address");
  }

  @Test
  void helpListsTheCommandsAndExitCodes() {
    Ended help = Ended.of("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("check", "simulate", "trace", "route", "explain", "Exit codes");
  }

  @Test
  void aSimulationMeetsItsExpectations() {
    Ended simulate = Ended.of("simulate", BEFORE);
    assertThat(simulate.exit()).isZero();
    assertThat(simulate.out())
        .contains("timeout, as expected  tcp 202.38.70.7:40001 > 202.141.160.110:50000");
  }

  @Test
  void aMissedExpectationEndsWithOneAndItsTrace() throws IOException {
    Path file =
        write(
            "net.hkl",
            """
            host box { interface eth0 { address 10.0.0.1/24 } }
            simulate "self" { connect tcp from box to 10.0.0.1:80 expect ok }
            """);
    Ended simulate = Ended.of("simulate", file.toString());
    assertThat(simulate.exit()).isEqualTo(1);
    assertThat(simulate.out()).contains("refused, but expected ok").contains("nobody listens");
  }

  @Test
  void aTraceShowsEveryStepOfOnePacket() {
    Ended trace =
        Ended.of(
            "trace",
            BEFORE,
            "--at",
            "mirrors",
            "--in",
            "vlan10",
            "tcp 202.38.70.7:40000 > 202.141.160.110:50000");
    assertThat(trace.exit()).isZero();
    assertThat(trace.out())
        .contains("nat PREROUTING")
        .contains("iptables -t nat -A PREROUTING -d 202.141.160.110/32 -p tcp -m tcp --dport")
        .contains("dst 202.141.160.110 → 10.8.10.2")
        .contains("dropped at g95 (IP_RPFILTER)");
  }

  @Test
  void anAddressThatAHostChoosesByTheRouteIsNoTranslation() throws IOException {
    Path file =
        write(
            "net.hkl",
            """
            host box {
              interface eth0 { address 10.0.0.1/24 }
              interface eth1 { address 10.1.0.1/24 }
              table main { 172.16.0.0/16 via 10.1.0.9 dev eth1 }
              listen tcp 80
            }
            host peer { interface eth0 { address 10.1.0.2/24 } }
            link box.eth1 -- peer.eth0
            check "nobody asks" { from outside box.eth0 172.16.0.9 to 10.0.0.1 tcp 80 replied }
            """);
    assertThat(Ended.of("check", file.toString()).out())
        .contains("nobody on box.eth1 -- peer.eth0 answers for the next hop")
        .doesNotContain("0.0.0.0, by");
  }

  @Test
  void aTraceOfSomethingUnknownIsUnusable() {
    assertUnusable(
        Ended.of("trace", BEFORE, "--at", "mirors", "--in", "vlan10", "icmp 1.2.3.4 > 5.6.7.8"),
        "no host is called 'mirors'");
    assertUnusable(
        Ended.of("trace", BEFORE, "--at", "mirrors", "--in", "vlan11", "icmp 1.2.3.4 > 5.6.7.8"),
        "no interface of mirrors is called 'vlan11'");
    assertUnusable(
        Ended.of("trace", BEFORE, "--at", "mirrors", "--in", "vlan10", "gibberish"),
        "'gibberish' is not a packet");
  }

  @Test
  void routeGetAnswersAsIproute2Prints() {
    Ended route =
        Ended.of(
            "route",
            "get",
            "202.38.70.7",
            "from",
            "10.8.10.2",
            "iif",
            "lxc",
            "--at",
            "mirrors",
            BEFORE);
    assertThat(route.out()).isEqualTo("202.38.70.7 from 10.8.10.2 via 202.38.95.126 dev vlan95\n");
    assertThat(route.exit()).isZero();
  }

  @Test
  void routeGetTakesAllOfIproute2sWordsAndTheFileAnywhere() {
    String[] question =
        "to 202.38.70.7 from 202.141.160.110 mark 0x20 tos 0x10 ipproto tcp sport 1000 dport 22 uid 5"
            .split(" ");
    List<String> words = new ArrayList<>(List.of("route", BEFORE, "get"));
    words.addAll(List.of(question));
    words.addAll(List.of("--at", "mirrors"));
    String answer =
        "202.38.70.7 from 202.141.160.110 via 202.141.160.126 dev vlan10 table 101 mark 0x20 uid 5\n";
    assertThat(Ended.of(words.toArray(String[]::new)).out()).isEqualTo(answer);
    words.set(1, "get");
    words.set(2, BEFORE);
    assertThat(Ended.of(words.toArray(String[]::new)).out()).isEqualTo(answer);
    assertThat(
            Ended.of("route", "get", "8.8.8.8", "oif", "vlan140", "--at", "mirrors", BEFORE).out())
        .isEqualTo("8.8.8.8 dev vlan140 src 202.141.176.110 uid 0\n");
    assertUnusable(
        Ended.of("route", "get", "8.8.8.8", "sport", "x", "--at", "mirrors", BEFORE),
        "'x' is no sport");
  }

  @Test
  void generateWritesAScriptForEachHost() throws IOException {
    Path scripts = directory.resolve("scripts");
    Ended generate = Ended.of("generate", BEFORE, "-o", scripts.toString());
    assertThat(generate.exit()).isZero();
    assertThat(generate.out().lines()).contains(scripts.resolve("mirrors/apply.sh").toString());
    assertThat(scripts.resolve("mirrors/apply.sh")).isExecutable();
    assertThat(Files.readString(scripts.resolve("mirrors/iptables.rules")))
        .contains("--to-destination 10.8.10.2");
  }

  @Test
  void outputThatCannotBeWrittenIsUnusable() {
    assertUnusable(Ended.of("check", "-o", "/no/such/directory/x", BEFORE), "/no/such/directory");
    assertUnusable(Ended.of("generate", "-o", BEFORE, BEFORE), BEFORE);
  }

  @Test
  void fmtChangesFilesInPlaceAndCheckOnlySaysSo() throws IOException {
    Path file = write("messy.hkl", "host   box{ interface eth0 }");
    Ended checked = Ended.of("fmt", "--check", file.toString());
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.out()).isEqualTo(file + " is not formatted\n");
    assertThat(Ended.of("fmt", file.toString()).exit()).isZero();
    assertThat(file).hasContent("host box { interface eth0 }\n");
    assertThat(Ended.of("fmt", "--check", file.toString()).exit()).isZero();
    assertThat(Ended.reading("host  a{}", Map.of(), "fmt", "-").out()).isEqualTo("host a { }\n");
  }

  @Test
  void fmtLeavesTextsWithSyntaxErrorsAlone() throws IOException {
    Path file = write("bad.hkl", "host   box {");
    Ended formatted = Ended.of("fmt", file.toString());
    assertThat(formatted.exit()).isEqualTo(1);
    assertThat(formatted.err()).contains("has syntax errors and stays as it is");
    assertThat(file).hasContent("host   box {");
  }

  @Test
  void explainShowsThePageOfACode() {
    Ended page = Ended.of("explain", "host-bits");
    assertThat(page.exit()).isZero();
    assertThat(page.out()).startsWith("# host-bits\n");
    assertUnusable(
        Ended.of("explain", "host-bit"), "no code and no word of the language is called");
    assertThat(Ended.of("explain").out().lines()).contains("unknown-interface", "syntax");
  }

  @Test
  void explainShowsWhatTheReferenceSaysOfAWord() {
    Ended section = Ended.of("explain", "publish");
    assertThat(section.exit()).isZero();
    assertThat(section.out())
        .startsWith("# ")
        .contains("publish 192.0.2.1 web to 10.0.0.2")
        .contains("One DNAT in PREROUTING");
  }

  private static void assertUnusable(Ended ended, String message) {
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains(message).contains("help: ").doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
