package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hookline.dsl.ide.navigate.Definitions;
import org.hookline.dsl.ide.navigate.References;
import org.junit.jupiter.api.Test;

/** From a name to its declaration, and from a name to all its uses. */
class NavigationTest {

  @Test
  void aRouteLeadsToItsInterface() {
    assertDefinitionIsMarked(
        Scene.of(
            """
            host a {
              interface <|eth0|> { address 10.0.0.1/24 }
              table main { default via 10.0.0.2 dev et<|>h0 }
            }
            host b { interface eth0 }
            """));
  }

  @Test
  void behindTheFirstDotStandsTheInterface() {
    assertDefinitionIsMarked(
        Scene.of(
            """
            host a { interface <|eth0.95|> }
            segment s { a.eth0.<|>95 }
            """));
  }

  @Test
  void beforeTheFirstDotStandsTheHost() {
    assertDefinitionIsMarked(
        Scene.of(
            """
            host <|a|> { interface eth0.95 }
            segment s { <|>a.eth0.95 }
            """));
  }

  @Test
  void aChainOfTwoBlocksHasTwoDeclarations() {
    assertDefinitionIsMarked(
        Scene.of(
            """
            host a {
              filter {
                chain <|LOCAL|> { accept }
                chain INPUT { jump LOC<|>AL }
              }
              nat { chain LOCAL { accept } }
            }
            amend host a { filter { chain <|LOCAL|> { drop } } }
            """));
  }

  @Test
  void aSysctlKeyNamesItsInterface() {
    assertDefinitionIsMarked(
        Scene.of(
            """
            host a {
              interface <|eth0.95|>
              sysctl net.ipv4.conf.eth<|>0/95.rp_filter = 1
            }
            """));
  }

  @Test
  void anImportLeadsToItsFile() {
    Scene scene =
        new Scene().with("base.hkl", "<||>host a { }").with("main.hkl", "import \"ba<|>se.hkl\"");
    assertDefinitionIsMarked(scene);
  }

  @Test
  void whatTheKernelBringsIsNowhere() {
    assertThat(definitions(Scene.of("host a { rules { from all lookup ma<|>in } }"))).isEmpty();
  }

  @Test
  void aNameThatMeansNothingIsNowhere() {
    assertThat(definitions(Scene.of("host a { rules { from all lookup no<|>where } }"))).isEmpty();
  }

  @Test
  void usesAreFoundInFilesThatImport() {
    Scene scene =
        new Scene()
            .with(
                "base.hkl",
                """
                host <|<|>a|> { interface eth0 }
                segment s { <|a|>.eth0 }
                """)
            .with("more.hkl", "import \"base.hkl\" amend host <|a|> { kernel 6.1 }")
            .with("check.hkl", "import \"more.hkl\" check \"x\" { from <|a|> dropped }")
            .with("other.hkl", "host a { interface eth0 } check \"x\" { from a dropped }");
    assertThat(references(scene)).isEqualTo(scene.marked());
  }

  @Test
  void aNameIsMarkedInItsOwnFileOnly() {
    Scene scene =
        new Scene()
            .with("base.hkl", "set inside = { 10.0.0.0/8 }")
            .with(
                "main.hkl",
                """
                import "base.hkl"
                host a { filter { chain INPUT {
                  saddr <|in<|>side|> accept
                  daddr != <|inside|> drop
                } } }
                """);
    assertThat(
            Scene.service(References.class).here(scene.file(), scene.cursor()).stream()
                .map(m -> Scene.place(m.file(), m.span())))
        .containsExactlyElementsOf(scene.marked());
  }

  private static void assertDefinitionIsMarked(Scene scene) {
    assertThat(definitions(scene)).isEqualTo(scene.marked());
  }

  private static List<String> definitions(Scene scene) {
    return Scene.service(Definitions.class).of(scene.file(), scene.cursor()).stream()
        .map(target -> Scene.place(target.file(), target.span()))
        .sorted()
        .toList();
  }

  private static List<String> references(Scene scene) {
    return Scene.service(References.class).of(scene.file(), scene.cursor()).stream()
        .map(mention -> Scene.place(mention.file(), mention.span()))
        .sorted()
        .toList();
  }
}
