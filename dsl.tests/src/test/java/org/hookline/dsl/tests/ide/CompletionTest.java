package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.assist.Template;
import org.hookline.dsl.ide.assist.Templates;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.kernel.KernelPatches;
import org.hookline.source.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What can be written at a place. */
class CompletionTest {
  /** Filled as it is proposed. */
  private static final Pattern GAP = Pattern.compile("\\$\\{\\d+:([^}]*)\\}");

  @Test
  void aRuleOffersTheInterfacesOfItsHostOnly() {
    assertThat(
            offered(
                """
                host a { interface eth0 interface eth1 table main { default dev <|> } }
                host b { interface wan }
                """))
        .containsExactly("eth0", "eth1", "lo");
  }

  @Test
  void interfacesOfAllHostsAreOfferedWithTheirHost() {
    assertThat(offered("host a { interface e.1 } host b { interface e } segment s { <|> }"))
        .containsExactly("a.e.1", "b.e");
    assertThat(offered("host a { interface e.1 } host b { interface e } segment s { a.<|> }"))
        .containsExactly("a.e.1");
    assertThat(offered("host a { interface wan } host b { interface e } segment s { wa<|> }"))
        .containsExactly("a.wan");
  }

  @Test
  void namesOfImportsAreOffered() {
    Scene scene =
        new Scene()
            .with("base.hkl", "host a { table telecom 101 { } }")
            .with("main.hkl", "import \"base.hkl\" amend host a { rules { lookup <|> } }");
    assertThat(offered(scene)).containsExactly("default", "local", "main", "telecom");
  }

  @Test
  void keywordsAreOfferedWhereTheyCanStand() {
    assertThat(offered("host a { <|> }"))
        .contains("interface", "table", "rules", "nat", "filter", "kernel", "listen")
        .doesNotContain("check", "host", "accept", "}");
    assertThat(offered("host a { rules { from 10.0.0.0/8 lo<|> } }")).containsExactly("lookup");
    assertThat(offered("host a { filter { chain INPUT { tcp dport 22 a<|> } } }"))
        .containsExactly("accept", "ah");
  }

  @Test
  void whereANewNameIsGivenNothingIsOffered() {
    assertThat(offered("host a { interface <|> }")).isEmpty();
  }

  @Test
  void wordsAreOfferedByWhatTheirPlaceTakes() {
    assertThat(offered("host a { filter { chain <|> { } } }"))
        .containsExactly("FORWARD", "INPUT", "OUTPUT");
    assertThat(offered("host a { sysctl net.ipv4.ip_fo<|> }"))
        .containsExactly("net.ipv4.ip_forward");
    assertThat(offered("host a { interface e.9 sysctl net.ipv4.conf.e<|> }"))
        .contains("net.ipv4.conf.e/9.rp_filter");
    assertThat(offered("host a { filter { chain INPUT { ct state ne<|> } } }"))
        .containsExactly("new");
  }

  @Test
  void listsOfWordsAreThoseThatTheReaderTakes() {
    assertThat(offered("host a { filter { chain INPUT { ct status a<|> accept } } }"))
        .containsExactly("assured");
    assertThat(offered("host a { filter { chain INPUT { icmp type echo<|> accept } } }"))
        .containsExactly("echo-reply", "echo-request");
    assertThat(offered("host a { filter { chain INPUT { tcp flags s<|> / syn accept } } }"))
        .containsExactly("syn");
    assertThat(offered("host a { interface e { rp_filter l<|> } }")).contains("loose");
    assertThat(offered("host a { kernel 6.1 with <|> }"))
        .contains(KernelPatches.all().get(0).code());
  }

  @Test
  void aGatewayIsAnAddressThatIsReachedDirectly() {
    assertThat(
            offered(
                """
                host a {
                  interface e { address 10.0.0.1/24 }
                  table main { default via <|> }
                }
                host b { interface e { address 10.0.0.2/24 } interface f { address 10.1.0.2/24 } }
                """))
        .containsExactly("10.0.0.2", "inet", "inet6");
  }

  @Test
  void aKeywordIsExplained() {
    ContentAssistEntry accept =
        entries(Scene.of("host a { filter { chain INPUT { dro<|> } } }")).get(0);
    assertThat(accept.getProposal()).isEqualTo("drop");
    assertThat(accept.getDocumentation()).isEqualTo("The packet is gone; nobody is told.");
  }

  @Test
  void templatesAreFoundByTheirName() {
    assertThat(offered("ho<|>")).contains("host …");
    assertThat(offered("che<|>")).contains("check …");
    assertThat(offered("host a { upl<|> }")).containsExactly("uplink …");
    assertThat(offered("host a { nat { pub<|> } }")).contains("publish …");
  }

  @TestFactory
  Stream<DynamicTest> aTemplateIsRightAsItComes() {
    return Templates.all("box").entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(
                        template ->
                            DynamicTest.dynamicTest(
                                template.name(), () -> assertRight(entry.getKey(), template))));
  }

  private static void assertRight(String place, Template template) {
    String filled =
        GAP.matcher(template.text()).replaceAll(gap -> Matcher.quoteReplacement(gap.group(1)));
    String text =
        switch (place.split(" ")[0]) {
          case "InterfaceDeclaration" -> "host box { " + filled + " }";
          case "NatPolicy" -> "host box { nat { " + filled + " } }";
          case "CheckDeclaration" ->
              "host box { interface e { address 192.0.2.2/24 } listen tcp 443 }\n"
                  + "segment s { box.e }\n"
                  + "internet { on s gateway 192.0.2.1 { announces 192.0.2.0/24 } }\n"
                  + filled;
          default -> filled;
        };
    Scene scene = Scene.of(text);
    assertThat(Scene.service(LoweredFiles.class).of(scene.file("main.hkl")).problems())
        .filteredOn(Problem::isError)
        .as(text)
        .isEmpty();
  }

  private static List<String> offered(String marked) {
    return offered(Scene.of(marked));
  }

  private static List<String> offered(Scene scene) {
    return entries(scene).stream()
        .map(entry -> entry.getLabel() == null ? entry.getProposal() : entry.getLabel())
        .toList();
  }

  private static List<ContentAssistEntry> entries(Scene scene) {
    return Scene.service(Completion.class)
        .at(scene.file(), scene.cursor(), CancelIndicator.NullImpl);
  }
}
