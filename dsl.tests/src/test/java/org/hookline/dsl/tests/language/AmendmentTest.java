package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hookline.addr.Prefix;
import org.hookline.dsl.load.Loaded;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.Rule;
import org.junit.jupiter.api.Test;

/** One file is one network: imports bring declarations, amendments add and take away. */
class AmendmentTest {
  private static final String BASE =
      """
      set lan = { 10.0.0.0/24 }
      host box {
        kernel 6.1
        sysctl net.ipv4.ip_forward = 1
        interface eth0 { address 10.0.0.1/24, 10.0.0.2/24 }
        interface eth1 { address 10.0.1.1/24 }
        table main { default via 10.0.0.254 }
        table extra 100 { default via 10.0.1.254 10.9.0.0/16 via 10.0.1.253 }
        rules {
          100: from 10.0.0.1 lookup extra
          200: from 10.0.0.2 lookup extra
        }
        filter { chain INPUT { saddr lan accept tcp dport 22 accept udp drop } }
        nat { masquerade oif eth0 publish 10.0.0.1 tcp 80 to 10.0.1.2 }
        listen tcp 22
        neighbour 10.0.0.9 lladdr 52:54:00:00:00:09 dev eth0
      }
      """;

  @Test
  void anAmendmentAddsInTextOrder() {
    Host box =
        amended(
            """
            amend host box {
              rules { from 10.0.0.7 lookup extra 150: lookup main }
              table extra { 10.8.0.0/16 via 10.0.1.252 }
              interface eth2 { address 10.0.2.1/24 }
              amend interface eth1 { address 10.0.3.1/24 mtu 1400 }
              filter { chain INPUT policy drop { icmp accept } }
              sysctl net.ipv4.ip_forward = 0
            }
            """);
    assertThat(box.rules())
        .extracting(PolicyRule::preference)
        .containsExactly(0L, 99L, 100L, 150L, 200L, 32766L, 32767L);
    assertThat(box.table("extra").orElseThrow().routes())
        .extracting(r -> r.destination().toString())
        .containsExactly("0.0.0.0/0", "10.9.0.0/16", "10.8.0.0/16");
    assertThat(box.interfaces())
        .extracting(Interface::name)
        .containsExactly("lo", "eth0", "eth1", "eth2");
    assertThat(box.iface("eth1").orElseThrow().mtu()).isEqualTo(1400);
    assertThat(box.packetTables().get(1).chains().get(0).policyDrop()).isTrue();
    assertThat(box.packetTables().get(1).chains().get(0).rules())
        .extracting(Rule::nft)
        .containsExactly(
            "saddr 10.0.0.0/24 accept",
            "tcp dport 22 accept",
            "meta l4proto udp drop",
            "meta l4proto icmp accept");
    assertThat(box.sysctls().number("net.ipv4.ip_forward")).isZero();
  }

  @Test
  void withoutTakesAwayWhatIsWrittenTheSame() {
    Host box =
        amended(
            """
            amend host box {
              rules { without 100: without from 10.0.0.2 lookup extra }
              table extra { without 10.9.0.0/16 }
              table main { without default without 10.0.1.0/24 }
              amend interface eth0 { without address 10.0.0.2/24 }
              filter { chain INPUT { without tcp dport 22 accept } }
              nat { without masquerade oif eth0 }
              without listen tcp 22
              without neighbour 10.0.0.9
              without sysctl net.ipv4.ip_forward
            }
            """);
    assertThat(box.rules()).extracting(PolicyRule::preference).containsExactly(0L, 32766L, 32767L);
    assertThat(box.table("extra").orElseThrow().routes()).hasSize(1);
    assertThat(box.table("main").orElseThrow().routes())
        .extracting(Route::destination)
        .containsExactly(Prefix.parse("10.0.0.0/24"));
    assertThat(box.iface("eth0").orElseThrow().addresses()).hasSize(1);
    assertThat(box.packetTables())
        .extracting(t -> t.name() + " " + t.chains().stream().mapToInt(c -> c.rules().size()).sum())
        .containsExactly("NAT 1", "FILTER 2");
    assertThat(box.listeners()).isEmpty();
    assertThat(box.neighbours()).isEmpty();
    assertThat(box.sysctls().settings()).isEmpty();
  }

  @Test
  void tablesAndInterfacesCanGoAltogether() {
    Host box =
        amended(
            "amend host box { rules { without 100: without 200: } without table extra without interface eth1 }");
    assertThat(box.tables())
        .extracting(RouteTable::name)
        .containsExactly("local", "main", "default");
    assertThat(box.iface("eth1")).isEmpty();
  }

  @Test
  void takingAwayWhatIsNotThereIsAnError() {
    Loaded loaded =
        load(
            """
            amend host box {
              rules { without from 10.0.0.3 lookup extra }
            }
            """);
    assertThat(loaded.network()).isEmpty();
    assertThat(loaded.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("nothing-to-remove");
              assertThat(problem.origin().file()).endsWith("after.hkl");
              assertThat(problem.origin().line()).isEqualTo(3);
            });
  }

  @Test
  void originsNameTheFileTheElementStandsIn() {
    Host box = amended("amend host box { rules { from 10.0.0.7 lookup extra } }");
    assertThat(box.rules().get(1).origin().file()).endsWith("after.hkl");
    assertThat(box.rules().get(2).origin().file()).endsWith("base.hkl");
  }

  @Test
  void namesOfFilesThatAreNotImportedAreUnknown() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("base.hkl", BASE);
    files.put("other.hkl", "set servers = { 10.0.0.1 }");
    files.put("after.hkl", "import \"base.hkl\"\nset all = { lan, servers }");
    assertThat(Hkl.load(files).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("'servers'"));
  }

  @Test
  void importsOfImportsAreVisibleOnceEach() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("base.hkl", BASE);
    files.put("left.hkl", "import \"base.hkl\"\namend host box { listen tcp 80 }");
    files.put("right.hkl", "import \"base.hkl\"\namend host box { listen tcp 81 }");
    files.put("both.hkl", "import \"left.hkl\"\nimport \"right.hkl\"\nset more = { lan }");
    Host box = Hkl.network(Hkl.load(files)).host("box").orElseThrow();
    assertThat(box.listeners())
        .extracting(l -> l.ports().get(0).first())
        .containsExactly(22, 80, 81);
  }

  @Test
  void problemsOfAnImportedFileAreShownThere() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("base.hkl", "set bad = { 10.0.0.256 }");
    files.put("after.hkl", "import \"base.hkl\"");
    assertThat(Hkl.load(files).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.origin().file()).endsWith("base.hkl"));
  }

  private static Loaded load(String amendment) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("base.hkl", BASE);
    files.put("after.hkl", "import \"base.hkl\"\n" + amendment);
    return Hkl.load(files);
  }

  private static Host amended(String amendment) {
    return Hkl.network(load(amendment)).host("box").orElseThrow();
  }
}
