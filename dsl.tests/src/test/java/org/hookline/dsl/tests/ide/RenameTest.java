package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hookline.dsl.ide.rename.RenameRefused;
import org.hookline.dsl.ide.rename.Renaming;
import org.junit.jupiter.api.Test;

/** A new name, wherever the old one is written, and nowhere else. */
class RenameTest {

  @Test
  void anInterfaceIsRenamedAcrossFilesBehindTheFirstDot() throws RenameRefused {
    Scene scene =
        new Scene()
            .with(
                "base.hkl",
                """
                host a {
                  interface et<|>h0 // the card
                  interface eth0.95 vlan 95 on eth0
                  sysctl net.ipv4.conf.eth0.rp_filter = 1
                  table main { default via 10.0.0.2 dev eth0 }
                }
                host b { interface eth0 }
                segment s { a.eth0, b.eth0 }
                """)
            .with(
                "main.hkl",
                """
                import "base.hkl"
                amend host a { amend interface eth0 { up } }
                check "x" { from any at a in eth0 leaves by a.eth0 }
                """);
    assertThat(renamed(scene, "wan0.1"))
        .containsEntry(
            "base.hkl",
            """
            host a {
              interface wan0.1 // the card
              interface eth0.95 vlan 95 on wan0.1
              sysctl net.ipv4.conf.wan0/1.rp_filter = 1
              table main { default via 10.0.0.2 dev wan0.1 }
            }
            host b { interface eth0 }
            segment s { a.wan0.1, b.eth0 }
            """)
        .containsEntry(
            "main.hkl",
            """
            import "base.hkl"
            amend host a { amend interface wan0.1 { up } }
            check "x" { from any at a in wan0.1 leaves by a.wan0.1 }
            """);
  }

  @Test
  void aHostIsRenamedBeforeTheFirstDot() throws RenameRefused {
    Scene scene =
        Scene.of(
            """
            host a { interface a interface b }
            link <|>a.a -- a.b
            check "a" { from a delivered to a symmetric at a }
            """);
    assertThat(renamed(scene, "box"))
        .containsEntry(
            "main.hkl",
            """
            host box { interface a interface b }
            link box.a -- box.b
            check "a" { from box delivered to box symmetric at box }
            """);
  }

  @Test
  void allBlocksOfAChainAreRenamed() throws RenameRefused {
    Scene scene =
        Scene.of(
            """
            host a { filter { chain X { accept } chain INPUT { jump <|>X } } nat { chain X { } } }
            amend host a { filter { chain X { drop } } }
            """);
    assertThat(renamed(scene, "Y"))
        .containsEntry(
            "main.hkl",
            """
            host a { filter { chain Y { accept } chain INPUT { jump Y } } nat { chain X { } } }
            amend host a { filter { chain Y { drop } } }
            """);
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    Scene scene = Scene.of("host a { interface et<|>h0 interface eth1 }");
    assertRefused(scene, "eth1", "eth1");
  }

  @Test
  void aNameThatWouldBeReadAsAnAddressIsRefused() {
    Scene scene =
        Scene.of(
            "set in<|>side = { 10.0.0.1 } host a { filter { chain X { saddr inside drop } } }");
    assertRefused(scene, "10.1", "10.1");
  }

  @Test
  void aServiceNamedLikeAProtocolIsRefused() {
    Scene scene = Scene.of("service we<|>b = tcp 80 host a { listen web }");
    assertRefused(scene, "tcp", "tcp");
  }

  @Test
  void twoWordsAreRefused() {
    assertRefused(Scene.of("host a { interface et<|>h0 }"), "eth0 up", "");
  }

  @Test
  void builtInChainsAndTheKernelsTablesKeepTheirNames() {
    assertRefused(Scene.of("host a { filter { chain IN<|>PUT { } } }"), "X", "cannot");
    assertRefused(Scene.of("host a { table ma<|>in { } }"), "X", "cannot");
    assertRefused(Scene.of("host a { rules { lookup de<|>fault } }"), "X", "cannot");
    assertRefused(Scene.of("in<|>ternet { }"), "X", "cannot");
  }

  private static Map<String, String> renamed(Scene scene, String name) throws RenameRefused {
    return scene.after(Scene.service(Renaming.class).to(name, scene.file(), scene.cursor()));
  }

  private static void assertRefused(Scene scene, String name, String reason) {
    assertThatThrownBy(() -> renamed(scene, name))
        .isInstanceOf(RenameRefused.class)
        .hasMessageContaining(reason);
  }
}
