package org.hookline.dsl.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.importer.DumpKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading what is there: import, snapshot, examples and completion. */
class ImportCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final Path HOSTS = ROOT.resolve("dsl.tests/src/test/resources/import");

  @TempDir private Path directory;

  @Test
  void whatIsMissingIsAssumedAndEndsWithThree() {
    Ended imported = Ended.of("import", HOSTS.resolve("ufw").toString());
    assertThat(imported.exit()).isEqualTo(3);
    assertThat(imported.err())
        .contains("ufw: 2 interfaces, 2 addresses, 2 routes, 15 chains, 35 packet rules")
        .contains("ufw: assumed: no ip-rule (ip rule): the kernel's three policy rules");
    assertThat(imported.out()).contains("host ufw {").contains("because \"assumed: ");
  }

  @Test
  void severalDirectoriesAreSeveralHostsOfOneFileThatCanBeChecked() {
    Path file = directory.resolve("all.hkl");
    Ended imported = Ended.of("import", HOSTS.toString(), "-o", file.toString());
    assertThat(imported.out()).isEmpty();
    assertThat(file).content().contains("host docker {", "host kubernetes {", "host ufw {");
    Ended check = Ended.of("check", file.toString());
    assertThat(check.exit()).as(check.out()).isZero();
    assertThat(check.out()).doesNotContain("error[");
  }

  @Test
  void hostsOfOneNameGetDifferentOnesAndADotIsNoPartOfAName() throws IOException {
    for (String name : List.of("web.example", "web-example")) {
      Path host = Files.createDirectory(directory.resolve(name));
      Files.writeString(host.resolve("uname"), "6.1.0\n");
    }
    assertThat(Ended.of("import", directory.toString()).out())
        .contains("host web-example {")
        .contains("host web-example-2 {");
  }

  @Test
  void noDirectoryAndNothingInItAreUnusable() throws IOException {
    Path file = Files.writeString(directory.resolve("readme"), "hello");
    assertUnusable(Ended.of("import", file.toString()), file + " is no directory");
    assertUnusable(Ended.of("import", "no-such"), "no-such is no directory");
    assertUnusable(
        Ended.of("import", directory.toString()),
        directory + " holds nothing that can be imported");
  }

  @Test
  void theSnapshotScriptIsCleanAndMakesEveryFile() throws IOException, InterruptedException {
    String script = Ended.of("snapshot").out();
    for (DumpKind kind : DumpKind.values()) {
      assertThat(script).contains(" " + kind.file() + " ");
    }
    assumeThat(Path.of("/usr/bin/shellcheck")).as("needs shellcheck").exists();
    Path file = Files.writeString(directory.resolve("snapshot.sh"), script);
    assertThat(shell("shellcheck", file.toString())).isEmpty();
  }

  @Test
  void whatTheSnapshotScriptCollectsInANamespaceIsImportedInFull()
      throws IOException, InterruptedException {
    assumeThat(System.getProperty("user.name")).as("namespaces need root").isEqualTo("root");
    Path script = directory.resolve("snapshot.sh");
    assertThat(Ended.of("snapshot", "-o", script.toString()).exit()).isZero();
    Path host = directory.resolve("box");
    shell(
        "unshare",
        "-n",
        "dash",
        "-c",
        """
        set -e
        ip link set lo up
        ip link add dm0 type veth peer name dm1
        ip link add br0 type bridge
        ip link add p0 type veth peer name p1
        ip link set p0 master br0
        for link in dm0 dm1 br0 p0 p1; do ip link set $link up; done
        ip address add 192.0.2.1/24 dev dm0
        ip address add 10.9.0.1/24 dev br0
        ip route add 203.0.113.0/24 via 192.0.2.254
        ip route add default via 192.0.2.253 table 77
        ip rule add pref 100 from 10.9.0.0/24 lookup 77
        sysctl -q -w net.ipv4.ip_forward=1
        iptables -P FORWARD DROP
        iptables -A FORWARD -i br0 -o dm0 -m conntrack --ctstate NEW -j ACCEPT
        iptables -t nat -A POSTROUTING -o dm0 -j MASQUERADE
        dash "$0" "$1" >/dev/null
        """,
        script.toString(),
        host.toString());
    Ended imported = Ended.of("import", host.toString());
    assertThat(imported.err()).doesNotContain("assumed").doesNotContain("unmodelled");
    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(imported.out())
        .contains("interface dm0 veth peer dm1 { address 192.0.2.1/24")
        .contains("interface br0 bridge { ports p0 address 10.9.0.1/24")
        .contains("veth peer p1")
        .contains("203.0.113.0/24 via 192.0.2.254 dev dm0")
        .contains("table t77 77 {")
        .contains("100: from 10.9.0.0/24 lookup t77")
        .contains("sysctl net.ipv4.ip_forward = 1")
        .contains("chain FORWARD policy drop {")
        .contains("iif br0 oif dm0 ct state new accept")
        .contains("oif dm0 masquerade");
    Path text = Files.writeString(directory.resolve("box.hkl"), imported.out());
    Ended check = Ended.of("check", text.toString());
    assertThat(check.out()).isEqualTo("0 checks\n");
  }

  @Test
  void examplesAreListedAndCopiedAndWork() throws IOException {
    assertThat(Ended.of("examples").out())
        .contains(
            "multi-uplink             Three uplinks, and replies that leave by the wrong door");
    assertThat(Ended.of("examples", "list").out()).isEqualTo(Ended.of("examples").out());
    Path copy = directory.resolve("story");
    Ended copied = Ended.of("examples", "copy", "multi-uplink", copy.toString());
    assertThat(copied.exit()).isZero();
    assertThat(copied.out()).contains(copy.resolve("before.hkl").toString());
    assertThat(Ended.of("check", copy.resolve("after-connmark.hkl").toString()).exit()).isZero();
    Path original = ROOT.resolve("examples/multi-uplink");
    try (Stream<Path> files = Files.list(copy)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(file).hasSameTextualContentAs(original.resolve(file.getFileName())));
    }
    assertUnusable(
        Ended.of("examples", "copy", "multi-uplink", copy.toString()), copy + " is there already");
    assertUnusable(
        Ended.of("examples", "copy", "multi-uplnk", "x"), "no example is called 'multi-uplnk'");
    assertUnusable(Ended.of("examples", "copy"), "copy what to where?");
    assertUnusable(Ended.of("examples", "burn"), "'burn' is nothing to do with examples");
  }

  @Test
  void bashTakesTheCompletions() throws IOException, InterruptedException {
    assertThat(bash("hookline", "im")).isEqualTo("import");
    assertThat(bash("hookline", "check", "--fo")).isEqualTo("--format");
    assertThat(bash("hookline", "check", "--format", "")).isEqualTo("text json svg html");
  }

  private String bash(String... words) throws IOException, InterruptedException {
    Path script = Files.writeString(directory.resolve("complete"), Ended.of("completion").out());
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
                    + " _complete_hookline 2>/dev/null; echo \"${COMPREPLY[@]}\"",
                script.toString()));
    command.addAll(List.of(words));
    String answer = shell(command.toArray(String[]::new));
    return answer.strip();
  }

  /** In a terminal of its own: the word is begun, the tabulator pressed, and the line shown. */
  @Test
  void zshTakesTheCompletions() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/zsh")).as("needs zsh").exists();
    Path script = Files.writeString(directory.resolve("complete"), Ended.of("completion").out());
    String shown =
        shell(
            "zsh",
            "-f",
            "-c",
            """
            zmodload zsh/zpty
            zpty shell 'TERM=dumb zsh -f -i'
            zpty -w shell "autoload -Uz compinit; compinit -u -D; source $1; echo rea''dy"
            while zpty -r shell line; do [[ $line == *ready* ]] && break; done
            zpty -w -n shell $'hookline imp\\t\\x01echo it is \\n'
            while zpty -r shell line; do [[ $line == 'it is hookline '* ]] && break; done
            print -r -- $line
            zpty -d shell
            """,
            "zsh",
            script.toString());
    assertThat(shown.strip()).isEqualTo("it is hookline import");
  }

  private static String shell(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void assertUnusable(Ended ended, String message) {
    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(2);
    assertThat(ended.err()).startsWith("hookline: " + message).contains("help: ");
    assertThat(ended.out()).isEmpty();
  }
}
