package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.hookline.dsl.ide.problems.ProblemValidator;
import org.hookline.dsl.ide.quickfix.Fix;
import org.hookline.dsl.ide.quickfix.Fixes;
import org.hookline.dsl.ide.text.TextSpan;
import org.junit.jupiter.api.Test;

/** A problem, the title of a repair, and the text behind it. */
class FixesTest {

  @Test
  void aMisspeltNameBecomesTheNearestOne() {
    assertFixed(
        "unknown-interface",
        "Change to 'vlan95'",
        "host a { interface vlan95 table main { default dev vlan59 } }",
        "host a { interface vlan95 table main { default dev vlan95 } }");
    assertFixed(
        "unknown-host",
        "Change to 'mirrors'",
        "host mirrors { } amend host mirors { kernel 6.1 }",
        "host mirrors { } amend host mirrors { kernel 6.1 }");
    assertFixed(
        "unknown-interface",
        "Change to 'box.eth0'",
        "host box { interface eth0 } segment s { bix.eth0 }",
        "host box { interface eth0 } segment s { box.eth0 }");
    assertFixed(
        "unknown-set",
        "Change to 'uplinks'",
        "set uplinks = { 10.0.0.1 } host a { filter { chain INPUT { saddr uplink drop } } }",
        "set uplinks = { 10.0.0.1 } host a { filter { chain INPUT { saddr uplinks drop } } }");
    assertFixed(
        "unknown-chain",
        "Change to 'rest'",
        "host a { filter { chain INPUT { jump rset } chain rest { } } }",
        "host a { filter { chain INPUT { jump rest } chain rest { } } }");
  }

  @Test
  void aMissingInterfaceIsDeclaredInItsHost() {
    assertFixed(
        "unknown-interface",
        "Declare interface 'wan'",
        """
        host a {
          interface eth0
          table main {
            default dev wan
          }
        }
        """,
        """
        host a {
          interface eth0
          interface wan
          table main {
            default dev wan
          }
        }
        """);
  }

  @Test
  void aMissingVlanLiesOnItsParent() {
    assertFixed(
        "unknown-interface",
        "Declare interface 'a.eth0.95'",
        "host a { interface eth0 }\nsegment s { a.eth0.95 }",
        "host a { interface eth0 interface eth0.95 vlan 95 on eth0 }\nsegment s { a.eth0.95 }");
  }

  @Test
  void anInterfaceOfAnImportedHostIsDeclaredThere() {
    Scene scene =
        new Scene()
            .with("base.hkl", "host a {\n  interface eth0\n}\n")
            .with("main.hkl", "import \"base.hkl\"\nsegment s { a.wan }\n");
    assertThat(fixed(scene, "unknown-interface", "Declare interface 'a.wan'"))
        .containsEntry("base.hkl", "host a {\n  interface eth0\n  interface wan\n}\n")
        .containsEntry("main.hkl", "import \"base.hkl\"\nsegment s { a.wan }\n");
  }

  @Test
  void aMissingTableGetsAFreeNumber() {
    assertFixed(
        "unknown-table",
        "Declare routing table 'mobile'",
        "host a {\n  table telecom 101 { }\n  rules { lookup mobile }\n}\n",
        "host a {\n  table telecom 101 { }\n  table mobile 102 { }\n  rules { lookup mobile }\n}\n");
  }

  @Test
  void aMissingChainIsDeclaredBehindTheOneThatJumps() {
    assertFixed(
        "unknown-chain",
        "Declare chain of this table 'ssh'",
        """
        host a {
          filter {
            chain INPUT {
              tcp dport 22 jump ssh
            }
          }
        }
        """,
        """
        host a {
          filter {
            chain INPUT {
              tcp dport 22 jump ssh
            }
            chain ssh { }
          }
        }
        """);
  }

  @Test
  void whatIsMissingAtTheTopIsDeclaredInFrontOfItsUse() {
    assertFixed(
        "unknown-service",
        "Declare service or port 'web'",
        "host b { }\n\n/** A. */\nhost a { listen web }\n",
        "host b { }\n\nservice web = tcp\n\n/** A. */\nhost a { listen web }\n");
    assertFixed(
        "unknown-mark",
        "Declare mark 'slow'",
        "mark fast = 7\nhost a { rules { fwmark slow lookup main } }\n",
        "mark fast = 7\nmark slow = 8\n\nhost a { rules { fwmark slow lookup main } }\n");
    assertFixed(
        "unknown-segment",
        "Declare segment 'lan'",
        "internet { on lan }\n",
        "segment lan { }\n\ninternet { on lan }\n");
  }

  @Test
  void hostBitsAreCutOffOrTakenForAnAddress() {
    assertFixed(
        "host-bits",
        "Change to '10.8.0.0/16'",
        "host a { rules { from 10.8.3.1/16 lookup main } }",
        "host a { rules { from 10.8.0.0/16 lookup main } }");
    assertFixed(
        "host-bits",
        "Change to '10.8.3.1'",
        "host a { rules { from 10.8.3.1/16 lookup main } }",
        "host a { rules { from 10.8.3.1 lookup main } }");
  }

  @Test
  void aDeadRuleIsRemovedWithItsLine() {
    assertFixed(
        "dead-rule",
        "Remove this line",
        """
        host a {
          filter {
            chain INPUT {
              saddr 10.0.0.0/8 drop // all of it
              saddr 10.1.0.0/16 accept
              accept
            }
          }
        }
        """,
        """
        host a {
          filter {
            chain INPUT {
              saddr 10.0.0.0/8 drop // all of it
              accept
            }
          }
        }
        """);
  }

  @Test
  void aGatewayIsReachedByTheInterfaceWithItsSubnetOrOnlink() {
    String text =
        """
        host a {
          interface eth0 { address 10.0.0.1/24 }
          interface eth1 { address 10.0.1.1/24 }
          table main { default via 10.0.1.9 dev eth0 }
        }
        """;
    assertFixed(
        "off-link-gateway", "Change to 'dev eth1'", text, text.replace("9 dev eth0", "9 dev eth1"));
    assertFixed(
        "off-link-gateway", "Add 'onlink'", text, text.replace("9 dev eth0", "9 dev eth0 onlink"));
  }

  @Test
  void aMisspeltSysctlBecomesTheNearestOne() {
    assertFixed(
        "unknown-sysctl",
        "Change to 'net.ipv4.ip_forward'",
        "host a { sysctl net.ipv4.ip_foward = 1 }",
        "host a { sysctl net.ipv4.ip_forward = 1 }");
  }

  @Test
  void everyCodeWithARepairIsACodeThatIsReported() {
    assertThat(Scene.service(Fixes.class).codes())
        .contains("unknown-interface", "check-refuted", "dead-rule", "host-bits");
  }

  private static void assertFixed(String code, String title, String before, String after) {
    assertThat(fixed(Scene.of(before), code, title)).containsEntry("main.hkl", after);
  }

  private static Map<String, String> fixed(Scene scene, String code, String title) {
    Issue issue =
        Scene.service(ProblemValidator.class)
            .validate(scene.file("main.hkl"), CheckMode.ALL, CancelIndicator.NullImpl)
            .stream()
            .filter(found -> found.getCode().equals(code))
            .findFirst()
            .orElseThrow();
    TextSpan span = new TextSpan(issue.getOffset(), issue.getLength());
    List<Fix> fixes =
        Scene.service(Fixes.class).of(code, span, scene.file("main.hkl"), () -> false);
    assertThat(fixes).extracting(Fix::title).contains(title);
    Fix fix = fixes.stream().filter(f -> f.title().equals(title)).findFirst().orElseThrow();
    return scene.after(fix.edits());
  }
}
