package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.dsl.ide.symbols.Outline;
import org.hookline.dsl.ide.symbols.Symbol;
import org.junit.jupiter.api.Test;

/** The outline: what a file consists of, and what its policies stand for. */
class OutlineTest {

  @Test
  void aFileIsATreeOfItsElements() {
    assertThat(
            outline(
                """
                set servers = { 10.0.0.1, 10.0.0.2 }
                service web = tcp 80, 443
                host a {
                  kernel 6.1
                  interface eth0 { address 10.0.0.1/24 }
                  interface eth0.9 vlan 9 on eth0
                  table telecom 101 { default via 10.0.0.9 dev eth0 }
                  rules { 100: from 10.0.0.0/8 lookup telecom }
                  filter { chain INPUT policy drop { tcp dport web accept } }
                }
                segment s { a.eth0 }
                check "web answers" {
                  from internet to servers web
                  replied
                }
                """))
        .isEqualTo(
            """
            servers | 10.0.0.1, 10.0.0.2
            web | tcp 80, 443
            a
              kernel 6.1
              eth0 | 10.0.0.1/24
              eth0.9 | vlan 9 on eth0
              telecom | 101
                default via 10.0.0.9 dev eth0
              rules
                100: from 10.0.0.0/8 lookup telecom
              filter
                INPUT | policy drop
                  tcp dport web accept
            s | a.eth0
            web answers
              from internet to servers web
              replied
            """);
  }

  @Test
  void tablesOfOtherToolsAreToldApart() {
    assertThat(
            outline(
                """
                host a {
                  ebtables filter { chain FORWARD policy drop { iif eth0 accept } }
                  nft table inet filter { chain mine { accept } }
                }
                """))
        .isEqualTo(
            """
            a
              ebtables filter
                FORWARD | policy drop
                  iif eth0 accept
              nft inet filter
                mine
                  accept
            """);
  }

  @Test
  void underAPolicyStandItsPlainRules() {
    assertThat(
            outline(
                """
                host a {
                  interface eth0 { address 10.0.0.1/24 }
                  nat { publish 10.0.0.1 tcp 80 to 10.0.1.2:8080 }
                }
                """))
        .contains(
            """
              nat
                publish 10.0.0.1 tcp 80 to 10.0.1.2:8080
                  daddr 10.0.0.1 tcp dport 80 dnat to 10.0.1.2:8080 | nat PREROUTING
            """);
  }

  @Test
  void aTextThatIsBeingWrittenHasAnOutline() {
    assertThat(outline("host a { interface }\nhost b { interface eth0 { address\n"))
        .contains("a\n", "b\n", "eth0");
  }

  private static String outline(String text) {
    Scene scene = Scene.of(text);
    StringBuilder lines = new StringBuilder();
    print(Scene.service(Outline.class).of(scene.file("main.hkl")), "", lines);
    return lines.toString();
  }

  private static void print(List<Symbol> symbols, String indent, StringBuilder lines) {
    for (Symbol symbol : symbols) {
      lines.append(indent).append(symbol.label());
      lines.append(symbol.detail().isEmpty() ? "" : " | " + symbol.detail()).append('\n');
      print(symbol.children(), indent + "  ", lines);
    }
  }
}
