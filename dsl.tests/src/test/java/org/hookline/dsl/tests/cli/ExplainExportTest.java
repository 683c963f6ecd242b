package org.hookline.dsl.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.xmi.ModelXmi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line becomes, and a network for other tools. */
class ExplainExportTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final String BASE = ROOT.resolve("examples/multi-uplink/base.hkl").toString();

  @TempDir private Path directory;

  @Test
  void aPolicyIsExplainedByThePlainRulesBehindIt() throws IOException {
    int line =
        Files.readAllLines(Path.of(BASE)).indexOf("    publish 202.38.95.110   rsync to 10.8.95.2")
            + 1;
    assertThat(Ended.of("explain", BASE + ":" + line).out())
        .isEqualTo(
            """
            mirrors: nat PREROUTING, rule 1 of 3
              policy    publish 202.38.95.110 rsync to 10.8.95.2
              iptables  -A PREROUTING -d 202.38.95.110/32 -p tcp -m tcp --dport 50000:50100 -j DNAT --to-destination 10.8.95.2
              nft       daddr 202.38.95.110 tcp dport 50000-50100 dnat to 10.8.95.2

            It rests on:
              - the kernel calls the chain at PREROUTING with priority -100; of equal priorities the chain that was loaded last comes first (net/netfilter/core.c nf_hook_entries_grow())
              - a chain of type nat is asked for the first packet of a connection; later packets and replies follow what it decided (net/netfilter/nf_nat_core.c nf_nat_inet_fn())
              - because of this rule the host tracks connections (net/netfilter/nf_conntrack_proto.c nf_ct_netns_get())
            """);
  }

  @Test
  void twoKernelsAreComparedWithSources() {
    assertThat(Ended.of("explain", "kernel", "3.10", "6.18").out())
        .startsWith("Linux 6.18 does, and Linux 3.10 does not:\n")
        .contains(
            "  rules-by-port, since Linux 4.17: a policy rule can ask for protocol and ports\n"
                + "    net/core/fib_rules.c, commit bfff4862653b\n")
        .doesNotContain("src-valid-mark");
    assertThat(Ended.of("explain", "kernel", "4.9", "5.4").out())
        .contains(
            "Linux 5.4 does no longer:\n  bridged-dnat-checked-twice, since Linux 4.9, until");
    assertThat(Ended.of("explain", "kernel", "6.17", "6.18").out())
        .isEqualTo("no difference between Linux 6.17 and Linux 6.18 is known\n");
    assertThat(Ended.of("explain", "kernel", "6.5").out())
        .contains("Linux 6.18 does, and Linux 6.5 does not:", "promisc-copy-untracked");
  }

  @Test
  void differencesOfKernelsAreReadByMachinesToo() {
    JsonObject document =
        JsonParser.parseString(
                Ended.of("explain", "kernel", "4.9", "4.14", "--format", "json").out())
            .getAsJsonObject();
    assertThat(document.get("before").getAsString()).isEqualTo("4.9");
    assertThat(document.getAsJsonArray("gained"))
        .extracting(row -> row.getAsJsonObject().get("code").getAsString())
        .contains("conntrack-on-demand", "multipath-by-ports");
    JsonObject gone = document.getAsJsonArray("lost").get(0).getAsJsonObject();
    assertThat(gone.get("since").getAsString()).isEqualTo("4.9");
    assertThat(gone.get("until").getAsString()).isEqualTo("4.10");
    assertThat(gone.get("source").getAsString()).contains("c5136b15ea36");
  }

  @Test
  void unknownKernelsAreRefusedWithWhatWouldBeRight() {
    Ended old = Ended.of("explain", "kernel", "2.4", "6.18");
    assertThat(old.exit()).isEqualTo(2);
    assertThat(old.err())
        .contains("nothing is known of Linux 2.4")
        .contains("2.6.32 to 6.18, such as 2.6.32, 3.10, 4.9");
    assertThat(Ended.of("explain", "kernel", "new").err())
        .contains("'new' is not a kernel version");
    assertThat(Ended.of("explain", "colonel", "3.10").err())
        .contains("explain takes one code, word or place");
  }

  @Test
  void everyKindOfLineIsExplained() throws IOException {
    String file =
        write(
            """
        host box {
          kernel 5.4
          sysctl net.ipv4.conf.eth0.rp_filter = 2
          interface eth0 { address 10.0.0.1/24 }
          table main { default via 10.0.0.254 dev eth0 }
          rules {
            100: ipproto tcp dport 22 lookup main
          }
          mangle { chain OUTPUT {
            xt match "realm --realm 0x5" mark set 0x1
          } }
          unmodelled "the weather" because "nobody knows it"
        }
        """);
    assertThat(Ended.of("explain", file + ":3").out())
        .contains("sysctl    sysctl -w net.ipv4.conf.eth0.rp_filter=2")
        .contains("loose-rp-filter, since Linux 2.6.31");
    assertThat(Ended.of("explain", file + ":4").out())
        .contains("ip address add 10.0.0.1/24 dev eth0")
        .contains("kernel    local 10.0.0.1 dev eth0");
    assertThat(Ended.of("explain", file + ":5").out())
        .contains("ip route add default via 10.0.0.254 dev eth0 table 254");
    assertThat(Ended.of("explain", file + ":7").out())
        .contains("ip rule add pref 100 from all ipproto tcp dport 22 lookup main")
        .contains("reroute-asks-ports, not in Linux 5.4, only since Linux 5.13");
    assertThat(Ended.of("explain", file + ":10").out())
        .contains("iptables  -A OUTPUT -m realm --realm 0x5 -j MARK --set-xmark 0x1/0xffffffff")
        .contains("not modelled: routes have no realms in the model; both outcomes")
        .contains("ip_route_me_harder()");
    assertThat(Ended.of("explain", file + ":12").out()).contains("because   nobody knows it");
  }

  @Test
  void aLineWithoutAnythingIsUnusableAndTheNearestIsNamed() throws IOException {
    String file = write("host box {\n  interface eth0\n\n\n}\n");
    Ended ended = Ended.of("explain", file + ":4");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("nothing that can be explained begins at " + file + ":4")
        .contains("help: the nearest is " + file + ":2");
    assertThat(Ended.of("explain", file + ".no:4").exit()).isEqualTo(2);
  }

  static Stream<Path> texts() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      return Stream.concat(
          files.filter(f -> f.toString().endsWith(".hkl")).sorted().toList().stream(),
          Stream.of(ROOT.resolve("dsl.tests/src/test/resources/torture.hkl")));
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anExportedModelIsReadBackEqual(Path file) throws IOException, Unreadable {
    Ended ended = Ended.of("export", "--format", "xmi", file.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    EPackage.Registry.INSTANCE.put(HooklinePackage.eNS_URI, HooklinePackage.eINSTANCE);
    Resource read = new XMIResourceImpl(URI.createURI("read.xmi"));
    read.load(new ByteArrayInputStream(ended.out().getBytes(StandardCharsets.UTF_8)), Map.of());
    assertThat(read.getErrors()).isEmpty();
    assertThat(EcoreUtil.UnresolvedProxyCrossReferencer.find(read)).isEmpty();
    NetworkLoader loader =
        new HooklineStandaloneSetup()
            .createInjectorAndDoEMFRegistration()
            .getInstance(NetworkLoader.class);
    assertThat(EcoreUtil.equals(read.getContents(), ModelXmi.roots(loader.parse(file.toString()))))
        .isTrue();
  }

  @Test
  void theMetamodelIsExportedToo() {
    assertThat(Ended.of("export", "--format", "ecore").out())
        .contains(
            "<ecore:EPackage",
            "name=\"NetworkFile\"",
            "nsURI=\"http://hookline.org/dsl/Hookline\"");
    assertThat(Ended.of("export").exit()).isEqualTo(2);
    assertThat(Ended.of("export", "no-such.hkl").exit()).isEqualTo(2);
  }

  private String write(String text) throws IOException {
    return Files.writeString(directory.resolve("box.hkl"), text).toString();
  }
}
